using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Infoline.Records.Calls;

/// <summary>
/// All that is known of a finished call: its events in the order of time. Two records of one call merge into one whatever their
/// order and however often each is told.
/// </summary>
public sealed record CallRecord
{
    /// <summary>The longest id or key, in characters.</summary>
    public const int LongestId = 100;

    private CallRecord(string callId, string? callerKey, ImmutableArray<CallEvent> events) =>
        (CallId, CallerKey, Events) = (callId, callerKey, events);

    /// <summary>The id of the inbound call.</summary>
    public string CallId { get; }

    /// <summary>A keyed hash of the caller's number, made by the host; null when the number was withheld.</summary>
    public string? CallerKey { get; }

    /// <summary>The events, each once, by time.</summary>
    public ImmutableArray<CallEvent> Events { get; }

    /// <summary>Makes a record.</summary>
    /// <exception cref="ArgumentException">The id is empty or too long, or there is no event.</exception>
    public static CallRecord Of(string callId, string? callerKey, IEnumerable<CallEvent> events)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(callId);
        if (callId.Length > LongestId || callerKey?.Length > LongestId)
        {
            throw new ArgumentException($"An id of a call or a key of a caller has at most {LongestId} characters.", nameof(callId));
        }

        var ordered = Order(events);
        return ordered.Length > 0 ? new CallRecord(callId, callerKey, ordered) : throw new ArgumentException("A call without a single event is not a call.", nameof(events));
    }

    /// <summary>This record with what another one of the same call adds.</summary>
    public CallRecord Merge(CallRecord other) => new(CallId, CallerKey ?? other.CallerKey, Order([.. Events, .. other.Events]));

    /// <summary>The events as text, for the outbox and the database.</summary>
    public static string Write(IEnumerable<CallEvent> events) => JsonSerializer.Serialize([.. events], CallJson.Default.CallEventArray);

    /// <summary>Reads a list of events. Total: entries of an unknown kind become <see cref="Other"/>, a text that is no list gives false.</summary>
    public static bool TryRead(string? json, [NotNullWhen(true)] out IReadOnlyList<CallEvent>? events)
    {
        events = null;
        try
        {
            if (json is null || JsonNode.Parse(json) is not JsonArray list)
            {
                return false;
            }

            List<CallEvent> read = [];
            foreach (var entry in list)
            {
                if (Read(entry) is not { } known)
                {
                    return false;
                }

                read.Add(known);
            }

            events = read;
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static CallEvent? Read(JsonNode? entry)
    {
        if (entry is not JsonObject fields || fields["kind"] is not JsonValue kind || !kind.TryGetValue<string>(out var name) || fields["at"] is null)
        {
            return null;
        }

        return CallJson.Kinds.Contains(name)
            ? fields.Deserialize(CallJson.Default.CallEvent)
            : new Other(fields["at"]!.GetValue<DateTimeOffset>(), name);
    }

    // The text of an event breaks ties, so that the order depends on nothing but the events.
    private static ImmutableArray<CallEvent> Order(IEnumerable<CallEvent> events) => WithoutFormerAnswers(
        [.. events.Distinct().Select(each => (Event: each, Text: JsonSerializer.Serialize(each, CallJson.Default.CallEvent)))
            .OrderBy(each => each.Event.At).ThenBy(each => Rank(each.Event)).ThenBy(each => each.Text, StringComparer.Ordinal)
            .Select(each => each.Event)]);

    private static ImmutableArray<CallEvent> WithoutFormerAnswers(ImmutableArray<CallEvent> ordered)
    {
        var last = ordered.OfType<SurveyAnswered>().GroupBy(each => each.Question, StringComparer.Ordinal).Select(each => each.Last()).ToHashSet();
        return ordered.RemoveAll(each => each is SurveyAnswered answer && !last.Contains(answer));
    }

    // Of events at the same instant, beginnings go first and endings last.
    private static int Rank(CallEvent each) => each switch
    {
        Arrived => 0,
        LanguageChosen => 1,
        Stepped => 2,
        AskedForConsultant or TurnedAway => 3,
        WaitAnnounced => 4,
        Offered => 5,
        OfferEnded => 6,
        Connected => 7,
        ConversationEnded or LeftQueue => 9,
        Ended => 10,
        WrapUpEnded => 11,
        _ => 8,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(CallEvent))]
[JsonSerializable(typeof(CallEvent[]))]
internal sealed partial class CallJson : JsonSerializerContext
{
    /// <summary>The names of the kinds of events, as they stand in JSON.</summary>
    public static IReadOnlySet<string> Kinds { get; } = typeof(CallEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!).ToHashSet(StringComparer.Ordinal);
}
