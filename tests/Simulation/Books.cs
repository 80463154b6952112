using Infoline.Records.Calls;
using Infoline.Records.History;

namespace Infoline.Simulation;

/// <summary>Holds the calls that were dialled against the records of the database: each has exactly one, with an end.</summary>
internal sealed class Books
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Dictionary<string, CallRow> _records = new(StringComparer.Ordinal);

    /// <summary>Reads the records of a day.</summary>
    public async Task ReadAsync(Site site, DateTimeOffset start)
    {
        // The job that writes them looks every two seconds, and after a fault every ten.
        for (var waited = 0; waited < 60 && (await site.Part<Routing.Board>().SnapshotAsync()).RecordsToStore > 0; waited++)
            await site.Network.Passes(TimeSpan.FromSeconds(1));
        await foreach (var row in site.Part<CallHistory>().ExportAsync(new CallFilter(start - Day, start + Day), CancellationToken.None))
            _records[row.CallId] = row;
    }

    public void Close(Ledger ledger)
    {
        foreach (var (sid, calledBack) in ledger.Calls)
        {
            var records = calledBack.Prepend(sid).Where(_records.ContainsKey).Select(one => _records[one]).ToList();
            if (records.Count == 0)
                ledger.Breach("callers unaccounted for", sid);
            if (records.Count > 1)
                ledger.Breach("callers with two records", string.Join(", ", records.Select(record => $"{record.CallId} {record.Outcome.Name()}")));
            if (records.Find(record => record.Outcome is CallOutcome.CallbackPending) is { } pending)
                ledger.Breach("callers whose record has no end", pending.CallId);
            foreach (var record in records)
                ledger.Count(Parts.Outcomes, record.Outcome.Name());
        }
    }
}
