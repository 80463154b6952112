using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>The caller pressed a key, or nothing, somewhere in the menu.</summary>
internal static class MenuEndpoint
{
    public const string Step = "menu";

    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/menu/{language}/{node}", Handle).WithName("menu");

    private static object Handle(
        string language,
        string node,
        VoiceRequest request,
        LineContent content,
        MenuDocuments documents,
        AgentDocuments agent,
        CallJournal journal)
    {
        // Without the language, or at a node that a newer menu no longer has, a key would mean something else: the main menu is heard.
        if (!LanguageCodes.TryParse(language, out var chosen) || content.Menu.Find(node) is not { } here)
        {
            return documents.Enter(content.Menu.Start, CallPlace.Read(chosen, content.Menu.Start.Id, request.Query) with { Via = [], Tries = 0 });
        }

        var place = CallPlace.Read(chosen, here.Id, request.Query);
        var step = MenuStep.Decide(content.Menu, here, place, request.Digits);
        journal.Note(request.CallSid, place, step);
        return step switch
        {
            MenuStep.Enter(var entered) => documents.Enter(NodeAt(entered), entered),
            MenuStep.Repeat(var same) => documents.Repeat(here, same),
            MenuStep.NothingBehind(var start) => documents.NothingBehind(start),
            MenuStep.Silence(var same) => documents.ChoicesAgain(here, same),
            MenuStep.WrongKey(var same, var key) => documents.WrongKey(here, same, key),
            MenuStep.Consultant(var from) => AgentDocuments.Asked(from),
            MenuStep.Lost(var from) => agent.Offered(from),
            MenuStep.Farewell(var from) => documents.Farewell(from.Language),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        MenuNode NodeAt(CallPlace at) => content.Menu.Find(at.Node) ?? content.Menu.Start;
    }
}
