using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Prompts;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>Handing a caller on: to the queue, to a colleague at once, or after a private word.</summary>
internal sealed class HandingOn(Transfers transfers, Supervision supervision, CallControl network, WebhookAddresses addresses, LineActs line)
{
    /// <summary>The caller waits again at the original time; the consultant has wrap-up.</summary>
    public async Task<ActOutcome> ToQueueAsync(LiveConversation live, Language language, string? topic, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true })
            return ActOutcome.TooLate;
        var result = await transfers.ToQueueAsync(live.Reservation.Id, LanguageCode.Parse(language.Code()), topic ?? live.Call.Ticket.Topic, cancel);
        return result.Applied ? await LeadOutAsync(live, cancel) : ActOutcome.TooLate;
    }

    /// <summary>The caller is offered to a colleague at once; whoever else is free gets the caller when the colleague does not answer.</summary>
    public async Task<ActOutcome> ToColleagueAsync(LiveConversation live, AccountId colleague, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true })
            return ActOutcome.TooLate;
        if (!(await transfers.ToQueueAsync(live.Reservation.Id, live.Call.Ticket.Language, live.Call.Ticket.Topic, cancel)).Applied)
            return ActOutcome.TooLate;

        // When somebody else was free the queue has offered the caller already, which serves the caller as well.
        await supervision.AssignAsync(live.Reservation.Call, ConsultantId.Parse(colleague.ToString()), cancel);
        return await LeadOutAsync(live, cancel);
    }

    /// <summary>The caller hears music while the consultant speaks with a colleague.</summary>
    public async Task<ActOutcome> ConsultAsync(LiveConversation live, AccountId colleague, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true })
            return ActOutcome.TooLate;
        if (!live.IsOnHold && await line.HoldAsync(live, hold: true, cancel) is not ActOutcome.Done and var failed)
            return failed;
        var result = await transfers.ConsultAsync(live.Reservation.Id, ConsultantId.Parse(colleague.ToString()), cancel);
        return result switch
        {
            ConsultResult.Ringing => ActOutcome.Done,
            ConsultResult.Busy => await BackToCallerAsync(live, cancel),
            _ => ActOutcome.TooLate,
        };
    }

    /// <summary>The colleague takes the caller over.</summary>
    public async Task<ActOutcome> CompleteAsync(LiveConversation live, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, Room: { } room, Call.Consultation: { } consultation, Reservation.Leg: { } leg })
            return ActOutcome.TooLate;

        // The first who leaves must not end the room for the other two, and from now on the colleague does.
        var (first, second) = (Rooms.LabelOf(live.Reservation.Id), Rooms.LabelOf(consultation));
        foreach (var (label, ends) in ((string, bool)[])[(second, true), (first, false)])
        {
            if (LineActs.Told(await network.EndOnExitAsync(room, label, ends, cancel), refused: ActOutcome.Unreachable) is not ActOutcome.Done and var failed)
                return failed;
        }

        if (await transfers.HandOnAsync(live.Reservation.Id, cancel) is null)
        {
            await network.EndOnExitAsync(room, first, ends: true, cancel);
            return ActOutcome.Unreachable;
        }

        await network.HoldAsync(room, Rooms.Caller, hold: false, addresses.Of($"/voice/hold/{live.Call.Ticket.Language}"), cancel);
        return LineActs.Told(await network.HangUpAsync(leg, cancel));
    }

    /// <summary>The private word is over; the caller is back.</summary>
    public async Task<ActOutcome> EndConsultationAsync(LiveConversation live, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, Room: { } room, Call.Consultation: { } consultation })
            return ActOutcome.TooLate;
        await transfers.LetGoAsync(consultation, cancel);
        await network.RemoveAsync(room, Rooms.LabelOf(consultation), cancel);
        return await line.HoldAsync(live, hold: false, cancel);
    }

    private async Task<ActOutcome> BackToCallerAsync(LiveConversation live, CancellationToken cancel)
    {
        await line.HoldAsync(live with { Reservation = live.Reservation with { Notes = OnHold } }, hold: false, cancel);
        return ActOutcome.Unreachable;
    }

    private static readonly Dictionary<string, string> OnHold = new(StringComparer.Ordinal) { [ConversationNotes.Hold] = ConversationNotes.Yes };

    /// <summary>Takes the caller out of the room. If the network cannot be asked, they go by themselves as soon as the consultant hangs up.</summary>
    private async Task<ActOutcome> LeadOutAsync(LiveConversation live, CancellationToken cancel)
    {
        var language = LanguageCodes.TryParse(live.Call.Ticket.Language.Value, out var spoken) ? spoken : Language.Polish;
        var at = CallPlace.Entering(language, live.Call.Ticket.Topic ?? "main") with { KeysTold = true };
        var step = addresses.Of(ConversationDocuments.AfterPath(at, live.Reservation.Id));
        return LineActs.Told(await network.RedirectAsync(live.Reservation.Call.Value, step, cancel));
    }
}
