using Infoline.Cases.Audit;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Sql;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>Sends the stage by text message to a caller who has agreed to it, when the number can receive one.</summary>
internal sealed partial class CaseMessages(CaseTexts texts, CallControl network, CaseAudit audit, CallerKeys callers, ILogger<CaseMessages> logger)
{
    /// <summary>Sends the text, or not, and tells the caller. The consent is in the audit before; what cannot be noted is not sent.</summary>
    public async Task<CaseTurn.Ask> AnswerAsync(CaseTurn.Text answer, VoiceRequest request, CancellationToken cancel)
    {
        var noted = await NoteAsync(request, answer.Agreed ? "agreed" : "declined", cancel);
        var told = !answer.Agreed ? CasePrompts.TextDeclined
            : !TextNumber.Reaches(request.From) ? CasePrompts.TextImpossible
            : noted && await network.TextAsync(request.From, texts.Of(answer.Place.Language, answer.News.Stage), cancel) is ControlResult.Done ? CasePrompts.TextSent
            : CasePrompts.TextFailed;
        return new CaseTurn.Ask(answer.Place, new CaseState.Told(answer.News, TextOffer.Answered), [told], Briefly: true);
    }

    private async Task<bool> NoteAsync(VoiceRequest request, string outcome, CancellationToken cancel)
    {
        try
        {
            await audit.NoteAsync(
                new CaseAuditEntry(CaseAuditAction.SmsConsent, callers.Of(request.From) ?? CaseAudit.WithheldCaller, request.CallSid, CaseKey: null, CaseNumber: null, outcome), cancel);
            return true;
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            NotNoted(logger, outage.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(EventName = "CaseConsentNotNoted", Level = LogLevel.Error, Message = "The consent to a text message could not be noted ({Kind}); none is sent")]
    private static partial void NotNoted(ILogger logger, string kind);
}
