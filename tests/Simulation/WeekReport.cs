using System.Globalization;
using System.Text;

namespace Infoline.Simulation;

/// <summary>What happened in a week, as a plain table.</summary>
internal sealed record WeekReport(WeekPlan Plan, Ledger Ledger, HostLog Log, TimeSpan Took)
{
    /// <summary>What must be nought, whatever happens.</summary>
    private static readonly string[] Forbidden =
    [
        "callers unaccounted for",
        "callers with two records",
        "callers whose record has no end",
        "callers left in the queue",
        "callbacks left undone",
        "consultants stuck",
        "a consultant was rung while another call of theirs went on",
        "a caller was called back twice at once",
    ];

    /// <summary>Whether every rule was kept.</summary>
    public bool IsClean => Forbidden.All(rule => Ledger.Of(Parts.Rules, rule) == 0);

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Ledger.Calls.Count} calls on {Plan.Days} days, seed {Plan.Seed}, {(Plan.OnRedis ? "two nodes on one Redis" : "one node with its own store")}: {Took.TotalSeconds:0.0} s, {Ledger.Calls.Count / Took.TotalSeconds:0} calls a second");
        foreach (var part in (string[])[Parts.Callers, Parts.Consultants, Parts.Faults, Parts.Outcomes])
            Write(text, part, Ledger.Part(part));
        Write(text, "What the hosts warned of", [.. Log.Counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)]);
        Write(text, Parts.Rules, [.. Forbidden.Select(rule => (rule, Ledger.Of(Parts.Rules, rule)))]);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string title, IReadOnlyList<(string What, int Count)> rows)
    {
        text.AppendLine().AppendLine(title);
        foreach (var (what, count) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {what,-60} {count,8}");
    }
}
