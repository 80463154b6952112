using Infoline.Prompts;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>A caller answers the questions after a conversation, or does not.</summary>
internal static class SurveyEndpoints
{
    public const string OfferStep = "survey";
    public const string AnswerStep = "survey-answer";

    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost($"/{OfferStep}/{{language}}/{{node}}", Begin).WithName(OfferStep);
        voice.MapPost($"/{AnswerStep}/{{language}}/{{node}}", Answer).WithName(AnswerStep);
    }

    private static object Begin(string language, string node, VoiceRequest request, [FromServices] SurveyDialogue dialogue) =>
        dialogue.Begin(PlaceOf(language, node, request), request.CallSid, request.Digits);

    private static async Task<object> Answer(string language, string node, VoiceRequest request, [FromServices] SurveyDialogue dialogue, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request);
        return CallId.TryParse(request.CallSid, out var call)
            ? await dialogue.AnswerAsync(SurveyPlace.Read(at, request.Query), call, request.Digits, cancel)
            : dialogue.Begin(at, request.CallSid, digits: "");
    }

    private static CallPlace PlaceOf(string language, string node, VoiceRequest request)
    {
        _ = LanguageCodes.TryParse(language, out var chosen);
        return CallPlace.Read(chosen, node, request.Query);
    }
}
