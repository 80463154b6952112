namespace Infoline.Prompts.Hours;

/// <summary>
/// The public holidays of Poland, computed for any year from 1990 to 2199: Act of 18 January 1951 on days free from work,
/// with Epiphany since 2011 and Christmas Eve since 2025 (Act of 6 December 2024).
/// </summary>
public static class PolishHolidays
{
    /// <summary>Whether the day is free from work by law, Sundays that are no holiday excepted.</summary>
    public static bool IsHoliday(DateOnly day) => In(day.Year).Contains(day);

    /// <summary>The holidays of a year in order: fourteen since 2025.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1990 to 2199, for which the rules are not known to hold.</exception>
    public static IReadOnlyList<DateOnly> In(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        var easter = EasterSunday(year);
        List<DateOnly> days =
        [
            new(year, 1, 1),
            easter,
            easter.AddDays(1),
            new(year, 5, 1),
            new(year, 5, 3),
            easter.AddDays(49), // Pentecost
            easter.AddDays(60), // Corpus Christi
            new(year, 8, 15),
            new(year, 11, 1),
            new(year, 11, 11),
            new(year, 12, 25),
            new(year, 12, 26),
        ];
        if (year >= 2011)
        {
            days.Add(new DateOnly(year, 1, 6));
        }

        if (year >= 2025)
        {
            days.Add(new DateOnly(year, 12, 24));
        }

        days.Sort();
        return days;
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the algorithm that Meeus gives in "Astronomical Algorithms", chapter 8.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
