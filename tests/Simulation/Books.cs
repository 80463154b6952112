using Infoline.Records.Calls;
using Infoline.Records.History;

namespace Infoline.Simulation;

/// <summary>Holds the calls that were dialled against the records of the database: each has exactly one, with an end.</summary>
internal sealed class Books
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Dictionary<string, (CallRow Row, IReadOnlyList<CallEvent> Events)> _records = new(StringComparer.Ordinal);

    /// <summary>Reads the records of a day.</summary>
    public async Task ReadAsync(Site site, DateTimeOffset start)
    {
        // The job that writes them looks every two seconds, and after a fault every ten.
        for (var waited = 0; waited < 60 && (await site.Part<Routing.Board>().SnapshotAsync()).RecordsToStore > 0; waited++)
            await site.Network.Passes(TimeSpan.FromSeconds(1));
        var history = site.Part<CallHistory>();
        await foreach (var row in history.ExportAsync(new CallFilter(start - Day, start + Day), CancellationToken.None))
            _records[row.CallId] = (row, (await history.FindAsync(row.CallId, CancellationToken.None))!.Value.Events);
    }

    public void Close(Ledger ledger)
    {
        foreach (var (sid, calledBack) in ledger.Calls)
        {
            var records = calledBack.Prepend(sid).Where(_records.ContainsKey).Select(one => _records[one]).ToList();
            if (records.Count == 0)
                ledger.Breach("callers unaccounted for", sid);
            if (records.Count > 1 && !(records.Count == 2 && AskedAgain(records[0], records[1])))
                ledger.Breach("callers with two records", string.Join(", ", records.Select(record => $"{record.Row.CallId} {record.Row.Outcome.Name()} {CallRecord.Write(record.Events)}")));
            if (records.Find(record => record.Row.Outcome is CallOutcome.CallbackPending) is { Row: { } pending })
                ledger.Breach("callers whose record has no end", pending.CallId);
            foreach (var (row, _) in records)
                ledger.Count(Parts.Outcomes, row.Outcome.Name());
        }
    }

    /// <summary>A conversation had ended, its caller stayed on the line, asked once more and was called back: those are two services.</summary>
    private static bool AskedAgain((CallRow Row, IReadOnlyList<CallEvent> Events) before, (CallRow Row, IReadOnlyList<CallEvent> Events) calledBack) =>
        before.Row.Outcome is CallOutcome.Answered
        && before.Events.OfType<ConversationEnded>().LastOrDefault() is { At: var ended }
        && calledBack.Events.OfType<AskedForConsultant>().FirstOrDefault()?.At >= ended;
}
