using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Routing;

namespace Infoline.Desk.Staffing;

/// <summary>What callers met, in truth or in a simulation, by the same formulas.</summary>
/// <param name="Asked">Who asked for a consultant.</param>
/// <param name="Answered">Who got one.</param>
/// <param name="LevelOfOffered">Answered in time, of all who asked.</param>
/// <param name="LevelOfAnswered">Answered in time, of the answered.</param>
/// <param name="SpeedOfAnswer">The mean wait of the answered.</param>
/// <param name="NinetyPercent">The wait that nine in ten of the answered did not exceed.</param>
/// <param name="Longest">The longest wait of all.</param>
/// <param name="Abandoned">Who hung up waiting, of all who asked.</param>
/// <param name="Occupancy">Conversations and the work after them, of the time of all consultants in hours that had calls; null where it is not known.</param>
internal sealed record StaffingFigures(
    int Asked,
    int Answered,
    double? LevelOfOffered,
    double? LevelOfAnswered,
    TimeSpan? SpeedOfAnswer,
    TimeSpan? NinetyPercent,
    TimeSpan? Longest,
    double? Abandoned,
    double? Occupancy)
{
    /// <summary>What was.</summary>
    public static StaffingFigures Of(IEnumerable<CallRow> rows, TimeSpan limit)
    {
        var asked = rows.Where(row => row.Wait is not null).ToList();
        return Of(
            [.. asked.Select(row => row.Wait!.Value)],
            [.. asked.Where(row => row.Outcome is CallOutcome.Answered).Select(row => row.Wait!.Value)],
            asked.Count(row => row.Outcome is CallOutcome.Abandoned or CallOutcome.AbandonedRinging),
            limit,
            null);
    }

    /// <summary>What would be.</summary>
    public static StaffingFigures Of(IReadOnlyList<SimulatedFate> fates, int staff, TimeSpan limit)
    {
        var answered = fates.Where(fate => fate.Outcome is SimulatedOutcome.Answered).ToList();
        var hours = fates.Select(fate => fate.Call.At.UtcTicks / TimeSpan.TicksPerHour).Distinct().Count();
        return Of(
            [.. fates.Select(fate => fate.Wait)],
            [.. answered.Select(fate => fate.Wait)],
            fates.Count(fate => fate.Outcome is SimulatedOutcome.Abandoned),
            limit,
            staff * hours > 0 ? answered.Sum(fate => (fate.Call.Talk + fate.Call.WrapUp).TotalHours) / (staff * hours) : null);
    }

    private static StaffingFigures Of(IReadOnlyList<TimeSpan> all, IReadOnlyList<TimeSpan> answered, int abandoned, TimeSpan limit, double? occupancy)
    {
        var inTime = answered.Count(wait => wait <= limit);
        return new StaffingFigures(
            all.Count,
            answered.Count,
            all.Count > 0 ? (double)inTime / all.Count : null,
            answered.Count > 0 ? (double)inTime / answered.Count : null,
            answered.Count > 0 ? TimeSpan.FromSeconds(answered.Average(wait => wait.TotalSeconds)) : null,
            answered.Count > 0 ? answered.Order().ElementAt((int)Math.Ceiling(answered.Count * 0.9) - 1) : null,
            all.Count > 0 ? all.Max() : null,
            all.Count > 0 ? (double)abandoned / all.Count : null,
            occupancy);
    }
}
