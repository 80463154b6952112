using Infoline.Prompts;

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
        MenuAnswers answers)
    {
        // Without the language, or at a node that a newer menu no longer has, a key would mean something else: the main menu is heard.
        if (!LanguageCodes.TryParse(language, out var chosen) || content.Menu.Find(node) is not { } here)
        {
            return documents.Enter(content.Menu.Start, CallPlace.Read(chosen, content.Menu.Start.Id, request.Query) with { Via = [], Tries = 0 });
        }

        var place = CallPlace.Read(chosen, here.Id, request.Query);
        return answers.To(request.CallSid, here, place, MenuStep.Decide(content.Menu, here, place, request.Digits));
    }
}
