using System.Globalization;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Greeting;

/// <summary>The call arrives: each language is offered in that language.</summary>
internal static class GreetingEndpoints
{
    /// <summary>The greeting and two repeats; then Polish is chosen and said so.</summary>
    private const int LastTry = 2;

    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost("/incoming", Incoming).WithName("incoming");
        voice.MapPost("/language", Choose).WithName("language");
    }

    private static VoiceDocument Incoming(VoiceRequest request, GreetingDocuments greeting, CallJournal journal)
    {
        journal.Begin(request.CallSid);
        return greeting.AskForLanguage(tries: 0);
    }

    private static VoiceDocument Choose(VoiceRequest request, LineContent content, GreetingDocuments greeting, MenuDocuments documents, CallJournal journal)
    {
        var tries = int.TryParse(request.Query["tries"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        if (Chosen(request.Digits) is { } language)
        {
            journal.Chose(request.CallSid, language);
            return documents.Welcome(CallPlace.Entering(language, content.Menu.Start.Id));
        }

        if (tries < LastTry)
        {
            return greeting.AskForLanguage(tries + 1);
        }

        journal.Chose(request.CallSid, Language.Polish);
        return documents.Welcome(CallPlace.Entering(Language.Polish, content.Menu.Start.Id), CallPrompts.GreetingDefault);
    }

    /// <summary>The languages are numbered in the order in which they are offered.</summary>
    private static Language? Chosen(string digits) =>
        digits is [var key] && key - '1' is var index && index >= 0 && index < LanguageCodes.All.Count ? LanguageCodes.All[index] : null;
}
