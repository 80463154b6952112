using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>
/// Tells a conversation that was lost from one that was ended. To the network both ends of a <c>client:</c> leg look alike: it is
/// <c>completed</c>. But a consultant with a softphone ends a conversation at the desk, which notes so first; a softphone that ends without
/// that note was lost, with its window or on the way. A telephone is hung up by a hand.
/// </summary>
internal sealed class LostConversations(Reservations reservations, CallQueue queue, Consultants consultants, CallControl network)
{
    /// <summary>The consultant's leg has ended. True when its caller, still on the line, was put first in line.</summary>
    public async Task<bool> LegEndedAsync(RingCard card, CancellationToken cancel) =>
        !card.PressToAccept
        && await RunningAsync(card.Reservation, cancel) is { } talk
        // The leg ends as well when the caller hangs up, and the two are told in any order. Where the network cannot be asked, the wait
        // loop finds out whether anybody is there.
        && !(await network.StatusOfAsync(talk.Call.Value, cancel) is { } status && CallWatch.IsOver(status))
        && (await reservations.LoseAsync(card.Reservation, cancel)).Applied;

    /// <summary>The caller, still on the line, has come out of a room. Gives the call when it waits again, because it was handed on or its consultant was lost.</summary>
    public async Task<CallDetails?> WaitsAgainAsync(CallId call, ReservationId room, CancellationToken cancel)
    {
        var known = await queue.GetAsync(call, cancel);
        if (known is { IsQueued: false, Reservation: { } current } && await IsLostAsync(current, room, cancel) && (await reservations.LoseAsync(current, cancel)).Applied)
            known = await queue.GetAsync(call, cancel);
        return known is { IsQueued: true } ? known : null;
    }

    /// <summary>A colleague may have taken the caller over: the room keeps the name of the first conversation.</summary>
    private async Task<bool> IsLostAsync(ReservationId current, ReservationId room, CancellationToken cancel) =>
        await RunningAsync(current, cancel) is { } talk
        && (current == room || string.Equals(talk.Notes.GetValueOrDefault(ConversationNotes.RoomOf), room.ToString(), StringComparison.Ordinal))
        && await consultants.GetAsync(talk.Consultant, cancel) is { } consultant
        && RingCard.IsSoftphone(consultant.Device);

    private async Task<Reservation?> RunningAsync(ReservationId id, CancellationToken cancel) =>
        await reservations.GetAsync(id, cancel) is { State: ReservationState.Accepted, IsConsultation: false } talk
        && talk.Notes.GetValueOrDefault(ConversationNotes.HungUp) is null or ""
            ? talk
            : null;
}
