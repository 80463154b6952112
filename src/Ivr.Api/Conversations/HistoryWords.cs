using System.Text.Json;
using Infoline.Records.Calls;
using RoutingEvent = Infoline.Routing.CallEvent;

namespace Infoline.Ivr.Conversations;

/// <summary>The events of the queue in the words of the records. Total: an event of a kind that is not known here is kept by its name.</summary>
internal static class HistoryWords
{
    /// <summary>The name under which the host notes a call's way through the menu.</summary>
    public const string Menu = "menu";

    /// <summary>The name under which the host notes an answer of the survey.</summary>
    public const string Survey = "survey";

    /// <summary>The name under which the host notes what becomes of a recording.</summary>
    public const string Recording = "recording";

    public static IEnumerable<CallEvent> Of(RoutingEvent each)
    {
        var (at, reservation, consultant) = (each.At, each.Reservation?.ToString() ?? "", each.Consultant?.Value ?? "");
        return each.Name switch
        {
            Menu => MenuWords.Of(Data(each), at),
            "joined" => [.. Language(each), new AskedForConsultant(at, Text(each, "topic"), (int)(Number(each, "band") ?? 0))],
            "announced" => [new WaitAnnounced(at, (int)(Number(each, "place") ?? 1), Seconds(each, "low"), Seconds(each, "high"))],
            "turned-away" => [.. Language(each), new TurnedAway(at, Text(Data(each), "reason") ?? "")],
            "offered" when Text(each, "kind") is not "consultation" => [new Offered(at, reservation, consultant)],
            // Before its caller is reached nobody talks.
            "accepted" when Text(each, "kind") is "callback" => [new OfferEnded(at, reservation, OfferOutcome.Accepted)],
            "accepted" => [new OfferEnded(at, reservation, OfferOutcome.Accepted), new Connected(at, reservation, consultant)],
            "rejected" => [new OfferEnded(at, reservation, OfferOutcome.Refused, Text(each, "reason"))],
            "timeout" => [new OfferEnded(at, reservation, OfferOutcome.Missed)],
            "canceled" => [new OfferEnded(at, reservation, OfferOutcome.Cancelled, Text(each, "reason"))],
            "rescinded" => [new OfferEnded(at, reservation, OfferOutcome.Rescinded)],
            "hold" => [new HoldBegan(at)],
            "resumed" => [new HoldEnded(at)],
            "transferred" => [new ConversationEnded(at, EndedBy.Consultant), new Transferred(at, consultant, Text(each, "language") ?? "", "queue")],
            // What was before went with the store.
            "restored" => [new Connected(at, reservation, consultant)],
            "lost" => [new ConversationEnded(at, EndedBy.Network)],
            "handed-on" => [new Transferred(at, Text(each, "from") ?? "", consultant, "warm"), new Connected(at, reservation, consultant)],
            "third-party" => [new Transferred(at, consultant, "third-party", "warm")],
            "callback-requested" => [new CallbackRequested(at)],
            "callback-failed" => [new CallbackAttempted(at, (int)(Number(each, "attempts") ?? 1), Text(each, "reason") ?? "")],
            "reached" => [new CallbackAttempted(at, (int)(Number(each, "attempts") ?? 1), "reached"), new Connected(at, reservation, consultant)],
            "gone" => Gone(each, at),
            "wrapped-up" => [new WrapUpEnded(at, consultant)],
            "case-look-up" => [new CaseLookedUp(at, Text(Data(each), "outcome") ?? "", Text(Data(each), "stage"))],
            Recording => RecordingWords.Of(Data(each), at),
            Survey => SurveyWords.Of(Data(each), at),
            _ => [new Other(at, each.Name)],
        };
    }

    /// <summary>The key of the caller's number, where an event tells it.</summary>
    public static string? CallerKey(RoutingEvent each) => each.Name is Menu ? Text(Data(each), "caller") : null;

    private static IEnumerable<CallEvent> Gone(RoutingEvent each, DateTimeOffset at)
    {
        if (Text(each, "reason") is "cancelled" or "called-again")
        {
            yield return new LeftQueue(at, Text(each, "reason")!);
            yield break;
        }

        // A wait is told only of a call that was not in a conversation.
        if (Number(each, "waited") is null)
            yield return new ConversationEnded(at, By(Text(each, "by")));
        else if (Text(each, "reason") is "unreached")
            yield return new CallbackAttempted(at, 0, "gave-up");
        else
            yield return new LeftQueue(at, Text(each, "reason") ?? "");
    }

    private static IEnumerable<CallEvent> Language(RoutingEvent each) =>
        (Text(each, "language") ?? Text(Data(each), "language")) is { } language ? [new LanguageChosen(each.At, language)] : [];

    internal static EndedBy By(string? word) => word switch
    {
        "caller" => EndedBy.Caller,
        "consultant" => EndedBy.Consultant,
        "system" => EndedBy.Network,
        _ => EndedBy.Unknown,
    };

    private static JsonElement Data(RoutingEvent each) => each.Details.TryGetProperty("data", out var data) ? data : default;

    private static string? Text(RoutingEvent each, string name) => Text(each.Details, name);

    private static long? Number(RoutingEvent each, string name) => Number(each.Details, name);

    private static int? Seconds(RoutingEvent each, string name) => Number(each, name) is { } milliseconds ? (int)(milliseconds / 1000) : null;

    internal static string? Text(JsonElement root, string name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    internal static long? Number(JsonElement root, string name)
    {
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => (long)number,
            JsonValueKind.String when long.TryParse(value.GetString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }
}
