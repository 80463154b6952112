using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// What a supervisor may do. The host writes who did it into its audit log. Every method may be repeated, and throws
/// <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class Supervision
{
    private readonly RoutingStore _store;
    private readonly Consultants _consultants;

    internal Supervision(RoutingStore store, Consultants consultants)
    {
        _store = store;
        _consultants = consultants;
    }

    /// <summary>
    /// Sets a consultant's state at once, whatever they do: a ringing call goes to others, the queue gives up a conversation, wrap-up ends.
    /// False when the consultant is not signed in.
    /// </summary>
    public async Task<bool> ForceAsync(ConsultantId id, Availability availability, string? reason = null, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync(
            "force", cancellation, id.Value, availability.Word(), reason ?? "", RoutingStore.Milliseconds(_store.Options.CoolDownAfterRefusal));
        return reply.Status switch
        {
            "forced" => true,
            "idle" => await _consultants.SetStateAsync(id, availability, reason, cancellation) is not SetStateResult.NotSignedIn,
            "unknown" => false,
            _ => throw reply.Unexpected("force"),
        };
    }

    /// <summary>Moves a waiting caller before all others of the language; the wait still counts from the arrival. False when the call does not wait.</summary>
    public async Task<bool> MoveToFrontAsync(CallId call, CancellationToken cancellation = default) =>
        (await _store.RunAsync("move", cancellation, call.Value)).Status is "moved";

    /// <summary>Gives a waiting call to a free consultant, whatever languages and order say. Null when one of them is not free.</summary>
    public async Task<ReservationId?> AssignAsync(CallId call, ConsultantId consultant, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("assign", cancellation, call.Value, consultant.Value);
        return reply.Status is "assigned" ? ReservationId.Parse(reply.Payload.Reservation!) : null;
    }
}
