using System.Text.Json;
using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// What happened to each call. While it lives its events are in the queue's store; when all is over they wait there as a record until
/// somebody has stored them elsewhere. A record is given out again when its taker does not acknowledge it, so the same one may come twice.
/// </summary>
public sealed class CallHistory
{
    private static readonly TimeSpan TimeToStore = TimeSpan.FromMinutes(1);
    private readonly RoutingStore _store;

    internal CallHistory(RoutingStore store) => _store = store;

    /// <summary>Adds an event of the host: the path through the menu, hold, an answer of the survey. No personal data.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The name of the event.</param>
    /// <param name="details">An object of JSON.</param>
    /// <param name="cancellation">Ends the wait for an answer, not the event.</param>
    public Task NoteAsync(CallId call, string name, JsonElement details, CancellationToken cancellation = default) =>
        _store.RunAsync("add-event", cancellation, call.Value, name, details.GetRawText());

    /// <summary>The next record to store, or null when there is none. Acknowledge it within a minute.</summary>
    public async Task<CallRecord?> TakeAsync(CancellationToken cancellation = default)
    {
        var answer = await _store.RunPlainAsync("outbox-take", cancellation, RoutingStore.Milliseconds(TimeToStore));
        if (answer[0] != "record")
        {
            return null;
        }

        var name = JsonSerializer.Deserialize((byte[])answer[1]!, ReplyJson.Default.Payload)!.Record!;
        return new CallRecord(name, CallId.Parse(name[..name.LastIndexOf(':')]), [.. answer.Skip(2).Select(CallEvent.Read)]);
    }

    /// <summary>The record is stored elsewhere and is deleted here; false when somebody else did so before.</summary>
    public async Task<bool> AcknowledgeAsync(CallRecord record, CancellationToken cancellation = default) =>
        (await _store.RunAsync("outbox-done", cancellation, record.Name, "stored")).Status is "stored";

    /// <summary>The record could not be stored and is given out again.</summary>
    public Task GiveBackAsync(CallRecord record, CancellationToken cancellation = default) =>
        _store.RunAsync("outbox-done", cancellation, record.Name, "back");
}

/// <summary>A part of the history of a call that is over; what came late makes a further part.</summary>
/// <param name="Name">Names this part for ever, so that storing it twice can be told.</param>
/// <param name="Call">The call.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record CallRecord(string Name, CallId Call, IReadOnlyList<CallEvent> Events);

/// <summary>One event of a call.</summary>
/// <param name="Name">joined, offered, accepted, rejected, timeout, canceled, rescinded, transferred, gone, wrapped-up and so on, or a name of the host.</param>
/// <param name="At">When it happened.</param>
/// <param name="Consultant">Who took part, or null.</param>
/// <param name="Reservation">The reservation it belongs to, or null.</param>
/// <param name="Details">The whole event; what the host noted is under <c>data</c>.</param>
public sealed record CallEvent(string Name, DateTimeOffset At, ConsultantId? Consultant, ReservationId? Reservation, JsonElement Details)
{
    internal static CallEvent Read(StackExchange.Redis.RedisValue json)
    {
        using var document = JsonDocument.Parse((byte[])json!);
        var root = document.RootElement.Clone();
        return new CallEvent(
            Text(root, "event") ?? "",
            DateTimeOffset.FromUnixTimeMilliseconds(root.TryGetProperty("at", out var at) && at.TryGetInt64(out var time) ? time : 0),
            ConsultantId.TryParse(Text(root, "consultant"), out var consultant) ? consultant : null,
            ReservationId.TryParse(Text(root, "reservation"), out var reservation) ? reservation : null,
            root);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
