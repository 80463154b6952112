using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>What became of a supervisor's offer to help.</summary>
public enum TakeHelpResult
{
    /// <summary>The supervisor looks after it.</summary>
    Taken,

    /// <summary>Another supervisor was first.</summary>
    Other,

    /// <summary>Nobody asks any more.</summary>
    Late,
}

/// <summary>
/// Consultants who ask for a supervisor in a conversation. A request is kept with the reservation, and ends with the conversation. Every
/// method may be repeated, and throws <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class HelpRequests
{
    private readonly RoutingStore _store;

    internal HelpRequests(RoutingStore store) => _store = store;

    /// <summary>Asks for a supervisor, or takes it back. False when the conversation is over.</summary>
    public async Task<bool> AskAsync(ReservationId id, bool wanted, CancellationToken cancellation = default) =>
        (await _store.RunAsync("ask-help", cancellation, id.Value, wanted ? "1" : "")).Status is "asked";

    /// <summary>A supervisor looks after a request.</summary>
    /// <param name="id">The reservation of the conversation.</param>
    /// <param name="supervisor">The account of the supervisor.</param>
    /// <param name="name">The name shown to the consultant.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TakeHelpResult> TakeAsync(ReservationId id, string supervisor, string name, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("take-help", cancellation, id.Value, supervisor, name);
        return reply.Status switch
        {
            "taken" => TakeHelpResult.Taken,
            "other" => TakeHelpResult.Other,
            "late" => TakeHelpResult.Late,
            _ => throw reply.Unexpected("take-help"),
        };
    }
}
