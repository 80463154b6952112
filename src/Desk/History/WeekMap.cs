using Infoline.Records.Figures;

namespace Infoline.Desk.History;

/// <summary>What a field of the week shows.</summary>
internal enum WeekMeasure
{
    /// <summary>Calls that came, in the mean of the days of the period that are this day of the week.</summary>
    Arrived,

    /// <summary>The share of offered calls answered in time.</summary>
    ServiceLevel,

    /// <summary>The mean wait of the answered.</summary>
    Wait,
}

/// <summary>One hour of one day of the week.</summary>
/// <param name="Arrived">All calls that came.</param>
/// <param name="Asked">Callers who asked for a consultant.</param>
/// <param name="Answered">Conversations.</param>
/// <param name="InTime">Of these, begun in time.</param>
/// <param name="Waited">The waits of the answered together.</param>
internal sealed record WeekHour(long Arrived, long Asked, long Answered, double InTime, TimeSpan Waited)
{
    public static WeekHour None { get; } = new(0, 0, 0, 0, TimeSpan.Zero);

    public double? ServiceLevel => Asked > 0 ? InTime / Asked : null;

    public TimeSpan? Wait => Answered > 0 ? Waited / Answered : null;

    public WeekHour Plus(CallFigures quarter, TimeSpan limit) => new(
        Arrived + quarter.Arrived,
        Asked + quarter.Asked,
        Answered + quarter.Answered,
        InTime + quarter.AnsweredWithin(limit),
        Waited + ((quarter.AverageSpeedOfAnswer ?? TimeSpan.Zero) * quarter.Answered));
}

/// <summary>The quarter hours of a period laid over one week of the office.</summary>
internal sealed class WeekMap
{
    private readonly Dictionary<(DayOfWeek Day, int Hour), WeekHour> _hours = [];
    private readonly Dictionary<DayOfWeek, int> _days = [];

    public WeekMap(DateOnly from, DateOnly until, IEnumerable<CallFigures> quarters, TimeSpan limit)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            _days[day.DayOfWeek] = _days.GetValueOrDefault(day.DayOfWeek) + 1;
        }

        foreach (var quarter in quarters)
        {
            var local = TimeZoneInfo.ConvertTime(quarter.StartsAt!.Value, OfficeTime.Zone);
            _hours[(local.DayOfWeek, local.Hour)] = Of(local.DayOfWeek, local.Hour).Plus(quarter, limit);
        }

        First = _hours.Keys.Select(key => key.Hour).DefaultIfEmpty(7).Min();
        Last = _hours.Keys.Select(key => key.Hour).DefaultIfEmpty(16).Max();
    }

    /// <summary>The days of the week as calendars here show them.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The first hour with a call.</summary>
    public int First { get; }

    /// <summary>The last hour with a call.</summary>
    public int Last { get; }

    public WeekHour Of(DayOfWeek day, int hour) => _hours.GetValueOrDefault((day, hour), WeekHour.None);

    /// <summary>The calls of a field on one such day, in the mean.</summary>
    public double MeanArrived(DayOfWeek day, int hour) => _days.GetValueOrDefault(day) is > 0 and var days ? (double)Of(day, hour).Arrived / days : 0;

    /// <summary>How strong a field is beside the others, 0 to 1; for the service level what is missing to a full one.</summary>
    public double Weight(WeekMeasure measure, DayOfWeek day, int hour) => measure switch
    {
        WeekMeasure.Arrived => Part(MeanArrived(day, hour), _hours.Keys.Select(key => MeanArrived(key.Day, key.Hour))),
        WeekMeasure.ServiceLevel => 1 - (Of(day, hour).ServiceLevel ?? 1),
        WeekMeasure.Wait => Part(Of(day, hour).Wait?.TotalSeconds ?? 0, _hours.Values.Select(each => each.Wait?.TotalSeconds ?? 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };

    private static double Part(double value, IEnumerable<double> all) => all.DefaultIfEmpty(0).Max() is > 0 and var highest ? value / highest : 0;
}
