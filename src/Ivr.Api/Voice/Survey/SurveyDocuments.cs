using Infoline.Ivr.Voice.Documents;
using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>What a caller hears of the survey.</summary>
internal sealed class SurveyDocuments(Narrator narrator)
{
    private const int SecondsToPress = 5;

    /// <summary>"To answer three short questions, press one."</summary>
    /// <param name="at">Where the caller is.</param>
    /// <param name="questions">How many there are, 1 to <see cref="SurveyQuestions.Most"/>.</param>
    /// <param name="before">What is said first.</param>
    public VoiceResponse Offer(CallPlace at, int questions, params IEnumerable<PromptKey> before) =>
        Listen(at, new Uri(at.Url(SurveyEndpoints.OfferStep), UriKind.Relative), [.. before, SurveyPrompts.Offer(questions)]);

    /// <summary>A question; which keys answer is said with the first, and with each that has to be repeated.</summary>
    public VoiceResponse Ask(SurveyPlace place, bool withScale) =>
        Listen(place.At, place.Url, [.. withScale ? [SurveyPrompts.Scale] : Array.Empty<PromptKey>(), SurveyPrompts.Question(place.Question)]);

    private VoiceResponse Listen(CallPlace at, Uri action, IEnumerable<PromptKey> prompts)
    {
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToPress, numDigits: 1, finishOnKey: "", actionOnEmptyResult: true);
        foreach (var prompt in prompts)
            narrator.Speak(gather, at.Language, prompt);
        var response = new VoiceResponse();
        response.Append(gather);
        // Reached only if the network does not post an empty result.
        response.Redirect(action, HttpMethod.Post);
        return response;
    }
}
