using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>One attempt to reach a caller: it rings, fails, is called off, or is left to another time. However it ends, the consultant hears so and is free.</summary>
internal sealed partial class CallbackAttempts(Callbacks callbacks, Reservations reservations, CallControl network, CallMover mover, ILogger<CallbackAttempts> logger)
{
    /// <summary>The note of a reservation that names the leg on which the caller is rung.</summary>
    private const string CallerLeg = "caller-leg";

    /// <summary>The caller's telephone rings; a consultant who has left by now ends that, and so does another leg that rings there already.</summary>
    public async Task RingsAsync(RingCard card, string leg, CancellationToken cancel)
    {
        if (!await IsAnotherLegAsync(card, leg, cancel))
            await reservations.NoteAsync(card.Reservation, CallerLeg, leg, cancel);
        if (await reservations.GetAsync(card.Reservation, cancel) is not { State: ReservationState.Accepted } reservation
            || !string.Equals(reservation.Notes.GetValueOrDefault(CallerLeg), leg, StringComparison.Ordinal))
        {
            await network.HangUpAsync(leg, cancel);
        }
    }

    /// <summary>Whether the caller is rung on another leg than this one, which a repeated request made.</summary>
    public async Task<bool> IsAnotherLegAsync(RingCard card, string leg, CancellationToken cancel) =>
        (await reservations.GetAsync(card.Reservation, cancel))?.Notes.GetValueOrDefault(CallerLeg) is { } own && !string.Equals(own, leg, StringComparison.Ordinal);

    /// <summary>The caller was not reached.</summary>
    public async Task<CallbackFailure> FailAsync(RingCard card, string reason, bool counts, CancellationToken cancel)
    {
        var failure = await callbacks.FailedAsync(card.Reservation, reason, counts, cancel);
        if (failure is not CallbackFailure.TooLate)
            await SendConsultantAwayAsync(card, CallerLegEndpoints.Unreached, cancel);
        return failure;
    }

    /// <summary>The caller needs no callback any more.</summary>
    public async Task CancelAsync(RingCard card, CancellationToken cancel)
    {
        if (await reservations.GetAsync(card.Reservation, cancel) is not { State: ReservationState.Accepted } reservation)
            return;
        await callbacks.CancelAsync(reservation.Call, cancel);
        await SendConsultantAwayAsync(card, CallerLegEndpoints.Cancelled, cancel);
    }

    /// <summary>The consultant has left. False when the caller was reached before, or there is nothing more to end.</summary>
    public async Task<bool> ConsultantLeftAsync(RingCard card, CancellationToken cancel)
    {
        if (await callbacks.FailedAsync(card.Reservation, "consultant", counts: false, cancel) is CallbackFailure.TooLate)
            return false;
        if (await reservations.GetAsync(card.Reservation, cancel) is { Notes: var notes } && notes.TryGetValue(CallerLeg, out var leg))
            await network.HangUpAsync(leg, cancel);
        return true;
    }

    /// <summary>Does something in the background, where nobody else would see its fault.</summary>
    public async Task WatchAsync(Func<CancellationToken, Task> what)
    {
        try
        {
            await what(CancellationToken.None);
        }
        catch (Exception fault)
        {
            // The music that the consultant hears finds out that nobody is coming.
            AttemptFailed(logger, fault);
        }
    }

    private async Task SendConsultantAwayAsync(RingCard card, string step, CancellationToken cancel)
    {
        if (await reservations.GetAsync(card.Reservation, cancel) is { Leg: { } leg })
            await mover.SendAwayAsync(leg, card, step);
    }

    [LoggerMessage(EventName = "CallbackAttemptFailed", Level = LogLevel.Error, Message = "An attempt to call back could not be made; it is made again")]
    private static partial void AttemptFailed(ILogger logger, Exception fault);
}
