namespace Infoline.Prompts;

/// <summary>A value that is put into a placeholder of a prompt and said in the words of the caller's language.</summary>
public abstract record Spoken
{
    private protected Spoken()
    {
    }

    /// <summary>The kind of placeholder that takes this value.</summary>
    public abstract PlaceholderKind Kind { get; }

    /// <summary>A count, 0 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside the range.</exception>
    public static Spoken Number(int number) => new SpokenNumber(Within(number, 0, 9999, nameof(number)));

    /// <summary>Digits said one by one, like those of a case number; spaces and hyphens are passed over.</summary>
    /// <exception cref="ArgumentException">There is no digit, or something else than digits, spaces and hyphens.</exception>
    public static Spoken Digits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var kept = string.Concat(digits.Where(c => c is not (' ' or '-')));
        if (kept.Length == 0 || !kept.All(char.IsAsciiDigit))
            throw new ArgumentException("Only digits can be said one by one.", nameof(digits));
        return new SpokenDigits(kept);
    }

    /// <summary>A day of the calendar, in the years 2000 to 2099; the years 2020 to 2035 are recorded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the range.</exception>
    public static Spoken Date(DateOnly date)
    {
        Within(date.Year, 2000, 2099, nameof(date));
        return new SpokenDate(date);
    }

    /// <summary>A time of day, to the minute.</summary>
    public static Spoken Time(TimeOnly time) => new SpokenTime(time);

    /// <summary>A span of minutes, 0 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside the range.</exception>
    public static Spoken Minutes(int minutes) => new SpokenMinutes(Within(minutes, 0, 9999, nameof(minutes)));

    /// <summary>A span that is only known within bounds, both in minutes, 0 to 9999; equal bounds are said as one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is outside the range, or the first is above the second.</exception>
    public static Spoken MinutesRange(int from, int to)
    {
        Within(to, 0, 9999, nameof(to));
        return new SpokenMinutesRange(Within(from, 0, to, nameof(from)), to);
    }

    /// <summary>A place in the queue, 1 to 9999; 1 is served next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the range.</exception>
    public static Spoken Place(int place) => new SpokenPlace(Within(place, 1, 9999, nameof(place)));

    /// <summary>An amount of Polish złoty, 0 to 9999.99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside the range or finer than a grosz.</exception>
    public static Spoken Money(decimal zlotys)
    {
        if (zlotys is < 0m or > 9999.99m || zlotys * 100m != decimal.Truncate(zlotys * 100m))
            throw new ArgumentOutOfRangeException(nameof(zlotys), zlotys, "An amount is 0 to 9999.99 złotych, in whole groszy.");
        return new SpokenMoney((int)zlotys, (int)(zlotys * 100m % 100m));
    }

    /// <summary>A day of the week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a day of the week.</exception>
    public static Spoken Weekday(DayOfWeek day) =>
        Enum.IsDefined(day) ? new SpokenWeekday(day) : throw new ArgumentOutOfRangeException(nameof(day), day, "Not a day of the week.");

    /// <summary>Another prompt, said in the place of the placeholder.</summary>
    public static Spoken Prompt(PromptKey key) => new SpokenPrompt(key);

    private static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"Only {least} to {most} can be said.");
}

internal sealed record SpokenNumber(int Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Number;
}

internal sealed record SpokenDigits(string Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Digits;
}

internal sealed record SpokenDate(DateOnly Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Date;
}

internal sealed record SpokenTime(TimeOnly Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Time;
}

internal sealed record SpokenMinutes(int Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Minutes;
}

internal sealed record SpokenMinutesRange(int From, int To) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.MinutesRange;
}

internal sealed record SpokenPlace(int Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Place;
}

internal sealed record SpokenMoney(int Zlotys, int Groszy) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Money;
}

internal sealed record SpokenWeekday(DayOfWeek Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Weekday;
}

internal sealed record SpokenPrompt(PromptKey Value) : Spoken
{
    public override PlaceholderKind Kind => PlaceholderKind.Prompt;
}
