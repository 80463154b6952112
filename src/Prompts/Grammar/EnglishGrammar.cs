namespace Infoline.Prompts.Grammar;

/// <summary>British English: "one hundred and twenty-one", "the third of March", "eight thirty in the morning".</summary>
internal sealed class EnglishGrammar : LanguageGrammar
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] SmallOrdinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    protected override IEnumerable<Piece> Number(int number, SpokenForm form)
    {
        var rest = number % 100;
        if (number >= 1000)
            yield return Leading(number / 1000 * 1000, $"{Small[number / 1000]} thousand", and: rest > 0 && number % 1000 < 100);
        if (number % 1000 >= 100)
            yield return Leading(number % 1000 / 100 * 100, $"{Small[number % 1000 / 100]} hundred", and: rest > 0);
        if (rest > 0 || number == 0)
            yield return PieceOf("number", rest, UnderHundred(rest));
    }

    protected override IEnumerable<Piece> Date(DateOnly date, SpokenForm form)
    {
        yield return PieceOf("date.day", date.Day, $"the {Ordinal(date.Day)} of");
        yield return PieceOf("date.month", date.Month, Months[date.Month - 1]);
        if (form != SpokenForm.WithoutYear)
            yield return PieceOf("date.year", date.Year, date.Year == 2000 ? "two thousand" : $"two thousand and {UnderHundred(date.Year - 2000)}");
    }

    protected override IEnumerable<Piece> Time(TimeOnly time, SpokenForm form)
    {
        if (time.Minute == 0 && time.Hour % 12 == 0)
        {
            yield return time.Hour == 0 ? new Piece("piece.time.midnight", "midnight") : new Piece("piece.time.noon", "noon");
            yield break;
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        yield return PieceOf("number", hour, Small[hour]);
        if (time.Minute is > 0 and < 10)
            yield return new Piece("piece.time.oh", "oh");
        if (time.Minute > 0)
            yield return PieceOf("number", time.Minute, UnderHundred(time.Minute));
        yield return PartOfDay(time.Hour);
    }

    protected override IEnumerable<Piece> Minutes(int minutes, SpokenForm form) => Number(minutes, form).Append(MinutesNoun(minutes));

    protected override IEnumerable<Piece> MinutesRange(int from, int to) =>
        [.. Number(from, SpokenForm.Plain), new Piece("piece.minutes.to", "to"), .. Number(to, SpokenForm.Plain), MinutesNoun(to)];

    /// <summary>Ordinals up to 99; beyond that a bare number is understood better.</summary>
    protected override IEnumerable<Piece> Place(int place, SpokenForm form)
    {
        if (place > 99)
            return Number(place, SpokenForm.Plain);
        return place <= 20 || place % 10 == 0
            ? [PieceOf("place", place, Ordinal(place))]
            : [PieceOf("number", place / 10 * 10, Tens[place / 10]), PieceOf("place", place % 10, SmallOrdinals[place % 10])];
    }

    protected override Piece Weekday(DayOfWeek day, SpokenForm form)
    {
        var key = day.ToString().ToLowerInvariant();
        return form == SpokenForm.On ? new Piece($"piece.weekday.on.{key}", $"on {day}") : new Piece($"piece.weekday.{key}", day.ToString());
    }

    protected override Piece Zloty(int count) => count == 1 ? new Piece("piece.money.zloty.one", "zloty") : new Piece("piece.money.zloty.many", "zlotys");

    protected override Piece Grosz(int count) => count == 1 ? new Piece("piece.money.grosz.one", "grosz") : new Piece("piece.money.grosz.many", "groszy");

    private static Piece Leading(int number, string words, bool and) =>
        and ? PieceOf("number.and", number, $"{words} and") : PieceOf("number", number, words);

    private static string UnderHundred(int number) => number switch
    {
        < 20 => Small[number],
        _ when number % 10 == 0 => Tens[number / 10],
        _ => $"{Tens[number / 10]}-{Small[number % 10]}",
    };

    private static string Ordinal(int number) => number switch
    {
        < 20 => SmallOrdinals[number],
        _ when number % 10 == 0 => $"{Tens[number / 10][..^1]}ieth",
        _ => $"{Tens[number / 10]}-{SmallOrdinals[number % 10]}",
    };

    private static Piece MinutesNoun(int minutes) =>
        minutes == 1 ? new Piece("piece.minutes.one", "minute") : new Piece("piece.minutes.many", "minutes");

    private static Piece PartOfDay(int hour) => hour switch
    {
        0 or >= 22 => new Piece("piece.time.night", "at night"),
        < 12 => new Piece("piece.time.morning", "in the morning"),
        < 18 => new Piece("piece.time.afternoon", "in the afternoon"),
        _ => new Piece("piece.time.evening", "in the evening"),
    };
}
