using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>The caller asks for the stage of a case: number and date of birth by keys, then what the register says.</summary>
internal static class CaseStatusEndpoint
{
    /// <summary>The name by which a node of the menu asks for this dialogue.</summary>
    public const string Dialogue = "case-status";

    public const string Step = "case";

    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/case/{language}/{node}", Handle).WithName("case");

    /// <summary>The URL with which the dialogue begins.</summary>
    public static string Begin(CallPlace place) => place.Url(Step);

    private static async Task<object> Handle(
        string language,
        string node,
        VoiceRequest request,
        LineContent content,
        MenuDocuments documents,
        AgentDocuments agent,
        CaseDialogue dialogue,
        CancellationToken cancel)
    {
        if (!LanguageCodes.TryParse(language, out var chosen) || content.Menu.Find(node) is not { Dialogue: Dialogue } here)
            return documents.Enter(content.Menu.Start, CallPlace.Read(chosen, content.Menu.Start.Id, request.Query) with { Via = [], Tries = 0 });

        var place = CallPlace.Read(chosen, here.Id, request.Query) with { Aside = false };
        return CallId.TryParse(request.CallSid, out _)
            ? await dialogue.AnswerAsync(here, place, request, cancel)
            : agent.NotPossible(here, place);
    }
}
