using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The moment in which a consultant accepts: the reservation is confirmed, the caller is brought in, both meet in a room.</summary>
internal sealed partial class Meeting(
    Reservations reservations,
    CallQueue queue,
    RingDocuments documents,
    CallMover mover,
    ILogger<Meeting> logger)
{
    public async Task<VoiceResponse> AcceptAsync(RingCard card, string leg, CancellationToken cancel)
    {
        try
        {
            switch (await reservations.AcceptAsync(card.Reservation, cancel))
            {
                case AcceptResult.Accepted accepted when card.Purpose is RingPurpose.Consultation:
                    return await JoinColleagueAsync(card, accepted.Call, cancel);
                case AcceptResult.Accepted accepted:
                    // The consultant's document does not wait for the network's REST side; both ways end in the same room.
                    mover.Bring(accepted.Call, card, onGone: () => SendAwayAsync(accepted.Call, leg, card));
                    return await documents.MeetAsync(card, accepted.Call, cancel);
                case AcceptResult.Refused(var state):
                    return documents.TooLate(state);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (RoutingUnavailableException fault)
        {
            AcceptFailed(logger, fault);
            return documents.TooLate(ReservationState.Unknown);
        }
    }

    /// <summary>A private word: the colleague comes into the room of the conversation while the caller there is on hold.</summary>
    private async Task<VoiceResponse> JoinColleagueAsync(RingCard card, CallId call, CancellationToken cancel)
    {
        if (await queue.GetAsync(call, cancel) is not { Reservation: { } first } || await reservations.GetAsync(first, cancel) is not { State: ReservationState.Accepted, Notes: var notes })
            return documents.TooLate(ReservationState.Rescinded);
        var room = ReservationId.TryParse(notes.GetValueOrDefault(ConversationNotes.RoomOf), out var named) ? named : first;
        await reservations.NoteAsync(card.Reservation, ConversationNotes.RoomOf, room.ToString(), cancel);
        if (notes.TryGetValue(ConversationNotes.Room, out var conference))
            await reservations.NoteAsync(card.Reservation, ConversationNotes.Room, conference, cancel);
        return documents.Join(card, Rooms.ForColleague(card, room));
    }

    /// <summary>The caller hung up in the moment of the accept: the consultant hears so and is free again.</summary>
    private async Task SendAwayAsync(CallId call, string leg, RingCard card)
    {
        await queue.LeaveAsync(call, LeaveReason.HungUp);
        await mover.SendAwayAsync(leg, card);
    }

    [LoggerMessage(EventName = "AcceptFailed", Level = LogLevel.Error, Message = "An accept could not be confirmed: the queue does not answer")]
    private static partial void AcceptFailed(ILogger logger, Exception fault);
}
