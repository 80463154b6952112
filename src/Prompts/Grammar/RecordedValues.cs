namespace Infoline.Prompts.Grammar;

/// <summary>
/// The values whose pieces are recorded. Others are said all the same, their rare pieces by a synthetic voice.
/// </summary>
internal static class RecordedValues
{
    /// <summary>No caller is told of a longer wait in minutes.</summary>
    private const int LongestWaitMinutes = 199;

    private const int LastPlace = 999;

    private static readonly DateOnly FirstDay = new(2020, 1, 1);
    private static readonly DateOnly LastDay = new(2035, 12, 31);

    public static IEnumerable<Spoken> Of(PlaceholderKind kind) => kind switch
    {
        PlaceholderKind.Number => Enumerable.Range(0, 10_000).Select(Spoken.Number),
        PlaceholderKind.Digits => [Spoken.Digits("0123456789")],
        PlaceholderKind.Date => Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(day => Spoken.Date(DateOnly.FromDayNumber(day))),
        PlaceholderKind.Time => Enumerable.Range(0, 24 * 60).Select(minute => Spoken.Time(TimeOnly.MinValue.AddMinutes(minute))),
        PlaceholderKind.Minutes => Enumerable.Range(0, LongestWaitMinutes + 1).Select(Spoken.Minutes),
        PlaceholderKind.MinutesRange => Ranges(),
        PlaceholderKind.Place => Enumerable.Range(1, LastPlace).Select(Spoken.Place),
        PlaceholderKind.Money => Enumerable.Range(0, 10_000).Select(zlotys => Spoken.Money(zlotys + zlotys % 100 / 100m)),
        PlaceholderKind.Weekday => Enum.GetValues<DayOfWeek>().Select(Spoken.Weekday),
        _ => [],
    };

    /// <summary>Each number once at either end: the words of one end do not depend on the other.</summary>
    private static IEnumerable<Spoken> Ranges() =>
        Enumerable.Range(0, LongestWaitMinutes).Select(from => Spoken.MinutesRange(from, from + 1))
            .Concat(Enumerable.Range(0, LongestWaitMinutes + 1).Select(minutes => Spoken.MinutesRange(minutes, minutes)));
}
