using Infoline.Ivr.Voice.Conversation;
using Infoline.Records.Calls;
using Infoline.Routing;
using CallEvent = Infoline.Records.Calls.CallEvent;
using CallRecord = Infoline.Records.Calls.CallRecord;
using RoutingEvent = Infoline.Routing.CallEvent;
using RoutingRecord = Infoline.Routing.CallRecord;

namespace Infoline.Ivr.Conversations;

/// <summary>Puts the queue's history of a call, and what consultants wrote in it, into the words of the records.</summary>
internal sealed class RecordReading(Reservations reservations, NoteProtection notes)
{
    /// <summary>Null for a record in which nothing is worth keeping.</summary>
    public async Task<CallRecord?> ReadAsync(RoutingRecord record, CancellationToken cancel)
    {
        List<CallEvent> events = [];
        string? callerKey = null;
        foreach (var each in record.Events)
        {
            events.AddRange(HistoryWords.Of(each));
            callerKey ??= HistoryWords.CallerKey(each);
            if (each is { Name: "wrapped-up" or "lost", Reservation: { } reservation } && await NotedAsync(each, reservation, cancel) is { } noted)
                events.Add(noted);
        }

        return events.Count > 0 ? CallRecord.Of(record.Call.Value, callerKey, events) : null;
    }

    private async Task<Noted?> NotedAsync(RoutingEvent end, ReservationId id, CancellationToken cancel)
    {
        var written = (await reservations.GetAsync(id, cancel))?.Notes;
        var (text, outcome) = (notes.Read(written?.GetValueOrDefault(ConversationNotes.Text)), written?.GetValueOrDefault(ConversationNotes.Outcome));
        return text.Length > 0 || !string.IsNullOrEmpty(outcome)
            ? new Noted(end.At, end.Consultant?.Value ?? "", string.IsNullOrEmpty(outcome) ? null : outcome, text.Length > 0 ? text : null)
            : null;
    }
}
