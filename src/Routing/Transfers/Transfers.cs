using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// Handing a caller on: to the queue of a language or topic, or to a colleague after a private word. Every method may be repeated, and
/// throws <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class Transfers
{
    private readonly RoutingStore _store;

    internal Transfers(RoutingStore store) => _store = store;

    /// <summary>The caller waits again, at the original time, for a consultant of a language and topic; the consultant has wrap-up.</summary>
    public async Task<ReservationResult> ToQueueAsync(ReservationId id, LanguageCode language, string? topic, CancellationToken cancellation = default)
    {
        var settings = _store.Options;
        var reply = await _store.RunAsync(
            "transfer",
            cancellation,
            id.Value,
            language.Value,
            topic ?? "",
            RoutingStore.Milliseconds(settings.CoolDownAfterRefusal),
            RoutingStore.Milliseconds(settings.WrapUp));
        return reply.Status is "transferred" ? new(true, ReservationState.Wrapping) : new(false, Wire.ReservationState(reply.Payload.State));
    }

    /// <summary>Rings a free colleague for a private word, while the caller stays with the first consultant.</summary>
    public async Task<ConsultResult> ConsultAsync(ReservationId id, ConsultantId colleague, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("consult", cancellation, id.Value, colleague.Value);
        return reply.Status switch
        {
            "ringing" => new ConsultResult.Ringing(ReservationId.Parse(reply.Payload.Reservation!)),
            "busy" => new ConsultResult.Busy(Wire.Status(reply.Payload.State)),
            "late" => new ConsultResult.Late(Wire.ReservationState(reply.Payload.State)),
            _ => throw reply.Unexpected("consult"),
        };
    }

    /// <summary>The colleague, who has accepted, takes the caller over; the first consultant has wrap-up. Gives the colleague's reservation, or null when too late.</summary>
    public async Task<ReservationId?> HandOnAsync(ReservationId id, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("hand-on", cancellation, id.Value, RoutingStore.Milliseconds(_store.Options.WrapUp));
        return reply.Status is "handed-on" ? ReservationId.Parse(reply.Payload.Reservation!) : null;
    }

    /// <summary>The private word is over, or nobody answered: the colleague is free, the caller stays with the first consultant.</summary>
    /// <param name="consultation">The reservation of the colleague.</param>
    /// <param name="cancellation">Ends the wait for an answer, not the event.</param>
    public async Task<bool> LetGoAsync(ReservationId consultation, CancellationToken cancellation = default) =>
        (await _store.RunAsync("let-go", cancellation, consultation.Value)).Status is "let-go";
}

/// <summary>What became of the wish to consult a colleague.</summary>
public abstract record ConsultResult
{
    private ConsultResult()
    {
    }

    /// <summary>The colleague is rung.</summary>
    public sealed record Ringing(ReservationId Consultation) : ConsultResult;

    /// <summary>The colleague is not free.</summary>
    public sealed record Busy(ConsultantStatus Status) : ConsultResult;

    /// <summary>The conversation is over.</summary>
    public sealed record Late(ReservationState State) : ConsultResult;
}
