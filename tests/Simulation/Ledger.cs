using System.Collections.Concurrent;

namespace Infoline.Simulation;

/// <summary>What happened, counted by name, and every call that was dialled.</summary>
internal sealed class Ledger
{
    private const int MostRemarks = 12;
    private readonly ConcurrentDictionary<(string Part, string What), int> _counts = new();
    private readonly ConcurrentDictionary<string, IReadOnlyCollection<string>> _calls = new(StringComparer.Ordinal);

    /// <summary>The calls of callers: by the call's SID, the SIDs of the calls by which the caller was called back.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Calls => _calls;

    public void Count(string part, string what, int by = 1)
    {
        if (by != 0)
            _counts.AddOrUpdate((part, what), by, (_, count) => count + by);
    }

    public int Of(string part, string what) => _counts.GetValueOrDefault((part, what));

    private readonly ConcurrentQueue<string> _remarks = new();

    /// <summary>What is to be known of each breach of a rule, the first few.</summary>
    public IReadOnlyList<string> Remarks => [.. _remarks];

    /// <summary>Something happened that may not.</summary>
    public void Breach(string what, string remark)
    {
        Count(Parts.Rules, what);
        if (_remarks.Count < MostRemarks)
            _remarks.Enqueue($"{what}: {remark}");
    }

    /// <summary>The counts of a part, by name.</summary>
    public IReadOnlyList<(string What, int Count)> Part(string part) =>
        [.. _counts.Where(pair => pair.Key.Part == part).Select(pair => (pair.Key.What, pair.Value)).OrderBy(pair => pair.What, StringComparer.Ordinal)];

    /// <summary>A caller dialled; whoever calls them back is added to the second list.</summary>
    public void Dialled(string sid, ConcurrentQueue<string> calledBack) => _calls[sid] = calledBack;
}

/// <summary>The parts of the report.</summary>
internal static class Parts
{
    public const string Callers = "What callers did";
    public const string Consultants = "What consultants did";
    public const string Faults = "What went wrong on purpose";
    public const string Outcomes = "What became of the calls, as the records tell";
    public const string Rules = "What may not happen";
}
