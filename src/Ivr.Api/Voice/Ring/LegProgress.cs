using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>How a consultant's leg goes on, as the network tells it: in any order, twice, or not at all.</summary>
internal sealed class LegProgress(Reservations reservations, CallControl network, CallbackAttempts attempts, LostConversations lost, CallMover mover)
{
    public async Task TakeAsync(RingCard card, string leg, string status, CancellationToken cancel)
    {
        switch (status)
        {
            case "initiated" or "ringing":
                // Heals a dial whose answer was lost, and ends a second leg that a repeated request made.
                if (!(await reservations.DialledAsync(card.Reservation, leg, cancel)).Applied)
                    await network.HangUpAsync(leg, cancel);
                break;
            case "no-answer" or "busy" or "failed" or "completed" when await reservations.GetAsync(card.Reservation, cancel) is { Leg: { } own } && !string.Equals(own, leg, StringComparison.Ordinal):
                // The end of a second leg says nothing about the first.
                break;
            case "no-answer":
                await reservations.TimeOutAsync(card.Reservation, cancel);
                break;
            case "busy":
                await reservations.RejectAsync(card.Reservation, "busy", cancel);
                break;
            case "failed":
                await reservations.CancelAsync(card.Reservation, "device", cancel);
                break;
            case "completed":
                // Before its caller is reached a callback is not over, and is tried again.
                if (card.Purpose is RingPurpose.Callback && await attempts.ConsultantLeftAsync(card, cancel))
                    break;

                // A leg that ends before it accepted was a voicemail, or a person who did not want the call.
                if (!await lost.LegEndedAsync(card, cancel) && !(await reservations.CompleteAsync(card.Reservation, Party.Consultant, cancel)).Applied)
                    await reservations.TimeOutAsync(card.Reservation, cancel);
                else if (await reservations.GetAsync(card.Reservation, cancel) is { IsConsultation: false } left && !left.Notes.ContainsKey(ConversationNotes.InRoom))
                    await mover.LeadOutAsync(left.Call, card, cancel);
                break;
            default:
                break;
        }
    }

    /// <summary>The room was closed while the consultant is still on the leg: the other one has left it.</summary>
    public async Task LeftRoomAsync(RingCard card, CancellationToken cancel)
    {
        if (card.Purpose is not RingPurpose.Callback || !await attempts.ConsultantLeftAsync(card, cancel))
            await reservations.CompleteAsync(card.Reservation, Party.Caller, cancel);
    }
}
