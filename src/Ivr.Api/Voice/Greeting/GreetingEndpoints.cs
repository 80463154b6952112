using System.Globalization;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Greeting;

/// <summary>The call arrives: each language is offered in that language.</summary>
internal static class GreetingEndpoints
{
    /// <summary>The greeting and two repeats; then Polish is chosen and said so.</summary>
    private const int LastTry = 2;

    private const int SecondsToChoose = 4;

    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost("/incoming", Incoming).WithName("incoming");
        voice.MapPost("/language", Choose).WithName("language");
    }

    private static VoiceResponse Incoming(VoiceRequest request, Narrator narrator, CallJournal journal)
    {
        journal.Begin(request.CallSid);
        return AskForLanguage(narrator, tries: 0);
    }

    private static VoiceResponse Choose(VoiceRequest request, LineContent content, Narrator narrator, MenuDocuments documents, CallJournal journal, TimeProvider time)
    {
        var tries = int.TryParse(request.Query["tries"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        if (Chosen(request.Digits) is { } language)
        {
            journal.Chose(request.CallSid, language);
            return documents.Welcome(CallPlace.Entering(language, content.Menu.Start.Id), before: [], time.GetUtcNow());
        }

        if (tries < LastTry)
        {
            return AskForLanguage(narrator, tries + 1);
        }

        journal.Chose(request.CallSid, Language.Polish);
        return documents.Welcome(CallPlace.Entering(Language.Polish, content.Menu.Start.Id), [CallPrompts.GreetingDefault], time.GetUtcNow());
    }

    /// <summary>The languages are numbered in the order in which they are offered.</summary>
    private static Language? Chosen(string digits) =>
        digits is [var key] && key - '1' is var index && index >= 0 && index < LanguageCodes.All.Count ? LanguageCodes.All[index] : null;

    private static VoiceResponse AskForLanguage(Narrator narrator, int tries)
    {
        var action = new Uri(string.Create(CultureInfo.InvariantCulture, $"/voice/language?tries={tries}"), UriKind.Relative);
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf],
            action: action,
            method: HttpMethod.Post,
            timeout: SecondsToChoose,
            numDigits: 1,
            finishOnKey: "",
            actionOnEmptyResult: true);
        foreach (var language in LanguageCodes.All)
        {
            narrator.Speak(gather, language, CallPrompts.GreetingChoose);
        }

        var response = new VoiceResponse();
        response.Append(gather);
        response.Redirect(action, HttpMethod.Post);
        return response;
    }
}
