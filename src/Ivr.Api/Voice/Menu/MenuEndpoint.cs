using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts.Menu;
using Twilio.TwiML;
using Language = Infoline.Prompts.Language;
using LanguageCodes = Infoline.Prompts.LanguageCodes;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>The caller pressed a key, or nothing, somewhere in the menu.</summary>
internal static class MenuEndpoint
{
    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/menu/{language}/{node}", Handle).WithName("menu");

    private static VoiceResponse Handle(
        string language,
        string node,
        VoiceRequest request,
        LineContent content,
        MenuDocuments documents,
        AgentDocuments agent,
        CallJournal journal)
    {
        if (!LanguageCodes.TryParse(language, out Language chosen))
        {
            return documents.Enter(content.Menu.Start, CallPlace.Entering(Language.Polish, content.Menu.Start.Id));
        }

        var here = content.Menu.Find(node) ?? content.Menu.Start;
        var place = CallPlace.Read(chosen, here.Id, request.Query);
        var step = MenuStep.Decide(content.Menu, here, place, request.Digits);
        journal.Note(request.CallSid, place.Step, step);
        return step switch
        {
            MenuStep.Enter(var entered) => documents.Enter(NodeAt(entered), entered),
            MenuStep.Repeat(var same) => documents.Enter(here, same),
            MenuStep.NothingBehind(var start) => documents.NothingBehind(start),
            MenuStep.Silence(var same) => documents.ChoicesAgain(here, same),
            MenuStep.WrongKey(var same, var key) => documents.WrongKey(here, same, key),
            MenuStep.Consultant(var from) => agent.Asked(here, from),
            MenuStep.Lost(var from) => agent.Offered(here, from),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        MenuNode NodeAt(CallPlace at) => content.Menu.Find(at.Node) ?? content.Menu.Start;
    }
}
