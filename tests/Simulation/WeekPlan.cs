namespace Infoline.Simulation;

/// <summary>What is to be played.</summary>
/// <param name="Calls">How many callers dial, over all days; who calls again is counted beside them.</param>
/// <param name="Days">How many working days, from a Monday; the nodes stop in the evening and others start in the morning.</param>
/// <param name="Seed">Whatever people do and whatever goes wrong is drawn from it.</param>
/// <param name="OnRedis">Whether two nodes share a Redis of this run; else one node keeps the queue itself.</param>
internal sealed record WeekPlan(int Calls, int Days, int Seed, bool OnRedis)
{
    /// <summary>When the office opens on the first day: 08:00 in Warsaw.</summary>
    public static DateTimeOffset FirstMorning { get; } = new(2026, 1, 12, 7, 0, 0, TimeSpan.Zero);

    /// <summary>How many calls come in an hour in the middle of a full week's day: with fewer calls the day is shorter, not emptier.</summary>
    private const int CallsAnHour = 250;

    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(8);

    /// <summary>The callers of a day.</summary>
    public int CallsOf(int day) => Calls / Days + (day < Calls % Days ? 1 : 0);

    /// <summary>For how long callers dial on a day.</summary>
    public TimeSpan LengthOf(int day)
    {
        var hours = TimeSpan.FromHours((double)CallsOf(day) / CallsAnHour);
        return hours < LongestDay ? hours : LongestDay;
    }
}
