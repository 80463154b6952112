using System.Text.Json;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Records.Calls;

namespace Infoline.Ivr.Conversations;

/// <summary>A call's way through the menu, from the arrival to the end, as one event of its history.</summary>
internal static class MenuWords
{
    public static JsonElement Write(CallPath path, string? callerKey) => JsonSerializer.SerializeToElement(new MenuData(
        path.ArrivedAt.ToUnixTimeMilliseconds(),
        path.Language is null ? null : path.LanguageCode,
        callerKey,
        [.. path.Steps.Select(step => new MenuStepData(step.Name, step.At.ToUnixTimeMilliseconds()))]), MenuJson.Default.MenuData);

    /// <summary>Total: what cannot be read leaves the end alone.</summary>
    public static IEnumerable<CallEvent> Of(JsonElement data, DateTimeOffset ended)
    {
        MenuData? read = null;
        try
        {
            read = data.ValueKind is JsonValueKind.Object ? data.Deserialize(MenuJson.Default.MenuData) : null;
        }
        catch (JsonException)
        {
            // Written by another version: the call is counted all the same.
        }

        if (read is not null)
        {
            var arrived = DateTimeOffset.FromUnixTimeMilliseconds(read.Arrived);
            yield return new Arrived(arrived);
            if (read.Language is { } language)
                yield return new LanguageChosen(read.Steps is [var first, ..] ? DateTimeOffset.FromUnixTimeMilliseconds(first.At) : arrived, language);
            foreach (var step in read.Steps)
                yield return new Stepped(DateTimeOffset.FromUnixTimeMilliseconds(step.At), step.Node);
        }

        yield return new Ended(ended, EndedBy.Caller);
    }
}

/// <summary>How the way lies in the history.</summary>
internal sealed record MenuData(long Arrived, string? Language, string? Caller, IReadOnlyList<MenuStepData> Steps);

/// <inheritdoc cref="MenuData"/>
internal sealed record MenuStepData(string Node, long At);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]
[System.Text.Json.Serialization.JsonSerializable(typeof(MenuData))]
internal sealed partial class MenuJson : System.Text.Json.Serialization.JsonSerializerContext;
