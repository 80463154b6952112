using System.Text.Json;
using Infoline.Records.Calls;

namespace Infoline.Ivr.Conversations;

/// <summary>An answer of the survey as an event of the call's history.</summary>
internal static class SurveyWords
{
    public static JsonElement Write(string question, int answer) => JsonSerializer.SerializeToElement(new SurveyData(question, answer), SurveyJson.Default.SurveyData);

    /// <summary>Total: what is no answer is nothing.</summary>
    public static IEnumerable<CallEvent> Of(JsonElement data, DateTimeOffset at) =>
        HistoryWords.Text(data, "question") is { } question && HistoryWords.Number(data, "answer") is { } answer and >= SurveyAnswered.Worst and <= SurveyAnswered.Best
            ? [new SurveyAnswered(at, question, (int)answer)]
            : [];
}

/// <summary>How an answer lies in the history.</summary>
internal sealed record SurveyData(string Question, int Answer);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]
[System.Text.Json.Serialization.JsonSerializable(typeof(SurveyData))]
internal sealed partial class SurveyJson : System.Text.Json.Serialization.JsonSerializerContext;
