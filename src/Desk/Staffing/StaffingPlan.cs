using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Routing;

namespace Infoline.Desk.Staffing;

/// <summary>
/// Makes the calls of a simulation from calls that were. Who was answered talks as long as then; who was not talks as long as somebody
/// of the same language did. How long callers wait before they hang up is not known of those who were answered in time, so everybody's
/// patience is drawn from the rate at which waiting callers hung up.
/// </summary>
internal static class StaffingPlan
{
    // A wait without end, for a line on which nobody ever hung up.
    private static readonly TimeSpan Endless = TimeSpan.FromDays(1);
    private static readonly TimeSpan UsualTalk = TimeSpan.FromMinutes(4);

    /// <summary>The calls; the same rows give the same calls.</summary>
    /// <param name="rows">Finished calls; those who asked for nobody or chose no language are left out.</param>
    /// <param name="seed">Of the draws.</param>
    public static IReadOnlyList<SimulatedCall> Of(IReadOnlyList<CallRow> rows, int seed)
    {
        var random = new Random(seed);
        var asked = rows.Where(row => row.Wait is not null && LanguageCode.TryParse(row.Language, out _)).OrderBy(row => row.ArrivedAt).ThenBy(row => row.CallId, StringComparer.Ordinal).ToList();
        var answered = asked.Where(row => row.Outcome is CallOutcome.Answered).ToList();
        var byLanguage = answered.ToLookup(row => row.Language!, StringComparer.Ordinal);
        var patience = MeanPatience(asked);
        return [.. asked.Select(row =>
        {
            var pattern = row.Outcome is CallOutcome.Answered ? row : Pick(byLanguage[row.Language!].ToList()) ?? Pick(answered);
            return new SimulatedCall(row.ArrivedAt, LanguageCode.Parse(row.Language!), pattern is null ? UsualTalk : pattern.Talk + pattern.Hold, pattern?.WrapUp ?? TimeSpan.Zero, Draw());
        })];

        CallRow? Pick(List<CallRow> from) => from.Count > 0 ? from[random.Next(from.Count)] : null;

        TimeSpan Draw() => patience is { } mean && -Math.Log(1 - random.NextDouble()) * mean.TotalSeconds is < 86400 and var seconds ? TimeSpan.FromSeconds(Math.Max(1, seconds)) : Endless;
    }

    /// <summary>All waiting ÷ all who hung up: the mean patience when some were answered before theirs ended; null when nobody hung up.</summary>
    public static TimeSpan? MeanPatience(IReadOnlyList<CallRow> asked) =>
        asked.Count(row => row.Outcome is CallOutcome.Abandoned or CallOutcome.AbandonedRinging) is > 0 and var gaveUp
            ? asked.Aggregate(TimeSpan.Zero, (sum, row) => sum + (row.Wait ?? TimeSpan.Zero)) / gaveUp
            : null;
}
