using System.Text.Json;
using Infoline.Records.Calls;

namespace Infoline.Ivr.Conversations;

/// <summary>What becomes of a recording, as events of the call's history.</summary>
internal static class RecordingWords
{
    public static JsonElement Declined() => Write(new RecordingData("declined"));

    public static JsonElement Began(string sid, DateTimeOffset keptUntil) => Write(new RecordingData("began", sid, keptUntil.ToUnixTimeMilliseconds()));

    public static JsonElement Paused(string sid, bool paused) => Write(new RecordingData(paused ? "paused" : "resumed", sid));

    public static JsonElement Ended(string sid) => Write(new RecordingData("ended", sid));

    /// <summary>Total: what is not known here is nothing.</summary>
    public static IEnumerable<CallEvent> Of(JsonElement data, DateTimeOffset at) => (HistoryWords.Text(data, "what"), HistoryWords.Text(data, "sid")) switch
    {
        ("declined", _) => [new RecordingDeclined(at)],
        ("began", { } sid) when HistoryWords.Number(data, "until") is { } until and > 0 && until <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() =>
            [new RecordingBegan(at, sid, DateTimeOffset.FromUnixTimeMilliseconds(until))],
        ("paused", { } sid) => [new RecordingPaused(at, sid)],
        ("resumed", { } sid) => [new RecordingResumed(at, sid)],
        ("ended", { } sid) => [new RecordingEnded(at, sid)],
        _ => [],
    };

    private static JsonElement Write(RecordingData data) => JsonSerializer.SerializeToElement(data, RecordingJson.Default.RecordingData);
}

/// <summary>How it lies in the history.</summary>
/// <param name="What">What happened.</param>
/// <param name="Sid">To which recording.</param>
/// <param name="Until">Until when it is kept, in Unix milliseconds.</param>
internal sealed record RecordingData(string What, string? Sid = null, long? Until = null);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(
    PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
[System.Text.Json.Serialization.JsonSerializable(typeof(RecordingData))]
internal sealed partial class RecordingJson : System.Text.Json.Serialization.JsonSerializerContext;
