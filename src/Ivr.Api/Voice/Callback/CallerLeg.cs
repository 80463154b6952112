using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>The call by which a caller is called back: whoever answers says by a key whether they want to talk.</summary>
internal sealed class CallerLeg(Callbacks callbacks, Reservations reservations, CallbackAttempts attempts, CallerLegDocuments documents, ConversationDocuments conversation)
{
    /// <summary>After so many turns of music without a caller something was lost on the way.</summary>
    private const int MostTurns = 9;

    /// <summary>What the person who answered pressed.</summary>
    public async Task<object> ChooseAsync(RingCard card, CallId leg, string digits, CancellationToken cancel)
    {
        switch (digits)
        {
            case "1":
                return await TalkAsync(card, leg, cancel);
            case "2":
                await attempts.FailAsync(card, "later", counts: false, cancel);
                return documents.Last(card, CallbackPrompts.AttemptLater);
            case "3":
                await attempts.CancelAsync(card, cancel);
                return documents.Last(card, CallbackPrompts.Cancelled);
            default:
                return documents.Greet(card);
        }
    }

    /// <summary>Nobody pressed anything: a voicemail, or a person who could not. What it records says nothing of the person or the matter.</summary>
    public async Task<VoiceResponse> SilenceAsync(RingCard card, CancellationToken cancel) =>
        documents.Last(card, await attempts.FailAsync(card, "no-key", counts: true, cancel) is CallbackFailure.GivenUp ? CallbackPrompts.AttemptLast : CallbackPrompts.AttemptMissed);

    /// <summary>The consultant waits in the room for the caller.</summary>
    public async Task<VoiceResponse> MeanwhileAsync(RingCard card, int turn, CancellationToken cancel)
    {
        // A node that stopped between accept and dial, or an answer that was lost, must not keep a consultant waiting for nobody.
        if (turn >= MostTurns)
            await attempts.FailAsync(card, "lost", counts: false, cancel);
        return documents.Meanwhile(card, turn);
    }

    private async Task<VoiceResponse> TalkAsync(RingCard card, CallId leg, CancellationToken cancel)
    {
        if (!await callbacks.ReachedAsync(card.Reservation, leg, cancel) || await reservations.GetAsync(card.Reservation, cancel) is not { State: ReservationState.Accepted } reservation)
            return documents.Last(card, CallbackPrompts.AttemptMissed);
        return await conversation.BringInAsync(CallPlace.Entering(card.Language, card.Topic) with { KeysTold = true }, leg, card.Reservation, reservation.Consultant, cancel);
    }
}
