using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts.Menu;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>One turn of the dialogue: reads where the caller is, decides, asks the register where it has to, and answers.</summary>
internal sealed class CaseDialogue(MenuAnswers menu, CaseUrls urls, CaseCounter counter, CaseMessages messages, CaseDocuments documents)
{
    public async Task<object> AnswerAsync(MenuNode here, CallPlace place, VoiceRequest request, CancellationToken cancel)
    {
        var turn = urls.Read(request) is { } state
            ? CaseTurn.Decide(menu.Menu, here, place, state, request.Digits, documents.Today)
            : CaseTurn.Begin(place, here);
        if (turn is CaseTurn.LookUp lookUp)
            turn = await counter.LookUpAsync(lookUp, request, cancel);
        if (turn is CaseTurn.Text text)
            turn = await messages.AnswerAsync(text, request, cancel);
        return turn switch
        {
            CaseTurn.Ask ask => Ask(ask, request),
            CaseTurn.Leave(var step) => menu.To(request.CallSid, here, place, step),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Without a seal nothing that was keyed may travel, so the dialogue cannot go on; the rest of the line can.
    private VoiceResponse Ask(CaseTurn.Ask ask, VoiceRequest request) => urls.Of(ask.Place, ask.State, request.CallSid) is { } next
        ? documents.Ask(ask, next, request.From)
        : documents.Ask(ask with { State = CaseUrls.Unavailable, Lines = [] }, CaseUrls.OfUnavailable(ask.Place), request.From);
}
