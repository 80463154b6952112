using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>
/// A consultant accepts a callback: only now is the caller dialled. The consultant hears music in the room meanwhile; the caller simply
/// comes later, and comes only after a key has said that a person is there.
/// </summary>
internal sealed partial class CallbackMeeting(Reservations reservations, RingDocuments documents, CallMover mover, CallerDialler dialler, ILogger<CallbackMeeting> logger)
{
    public async Task<VoiceResponse> AcceptAsync(RingCard card, string leg, CancellationToken cancel)
    {
        try
        {
            switch (await reservations.AcceptAsync(card.Reservation, cancel))
            {
                case AcceptResult.Accepted { Purpose: RingPurpose.Callback, CallbackNumber: { } number } callback:
                    dialler.Dial(card, number);
                    return await documents.WaitAsync(card, callback.Call, card.Path(CallerLegEndpoints.Meanwhile), cancel);
                case AcceptResult.Accepted accepted:
                    // The caller has come back to the line while the consultant was rung.
                    mover.Bring(accepted.Call, card, onGone: () => SendAwayAsync(leg, card));
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

    private async Task SendAwayAsync(string leg, RingCard card)
    {
        await reservations.CompleteAsync(card.Reservation, Party.Caller);
        await mover.SendAwayAsync(leg, card);
    }

    [LoggerMessage(EventName = "CallbackAcceptFailed", Level = LogLevel.Error, Message = "The accept of a callback could not be confirmed: the queue does not answer")]
    private static partial void AcceptFailed(ILogger logger, Exception fault);
}
