namespace Infoline.Prompts.Grammar;

/// <summary>What Polish and Ukrainian share: three forms of a counted noun, and numerals and ordinals that are declined.</summary>
internal abstract class SlavicGrammar : LanguageGrammar
{
    /// <summary>The forms of a noun after a number: "minuta", "minuty", "minut".</summary>
    protected enum Count
    {
        One,
        Few,
        Many,
    }

    /// <summary>0 to 19 and the tens.</summary>
    protected abstract string Cardinal(int number);

    protected abstract string Hundred(int hundreds);

    protected abstract string Thousand(int thousands);

    /// <summary>The genitive of 0 to 19, of the tens, of hundreds and of thousands.</summary>
    protected abstract string GenitiveCardinal(int number);

    protected abstract Count CountOf(int number);

    protected abstract string Minute(Count count);

    /// <summary>The first word of a range: "od", "від".</summary>
    protected abstract string From { get; }

    /// <summary>The word between the bounds of a range.</summary>
    protected abstract string To { get; }

    /// <summary>The genitive of "one" with a feminine noun.</summary>
    protected abstract string FeminineGenitiveOne { get; }

    /// <summary>Whether "one" at the end of a larger number still agrees with its noun: "двадцять одна", but "dwadzieścia jeden".</summary>
    protected abstract bool LastOneAgrees { get; }

    protected abstract string FeminineOne { get; }

    protected abstract string FeminineTwo { get; }

    protected abstract string NeuterOne { get; }

    protected abstract string Ordinal(int number, OrdinalEnding ending);

    protected abstract string Month(int month);

    protected abstract string YearOf(int year);

    /// <summary>The endings of ordinals in use.</summary>
    protected enum OrdinalEnding
    {
        Masculine,
        Feminine,
        Neuter,

        /// <summary>Of a day or a year: "trzeciego", "третього".</summary>
        Genitive,

        /// <summary>Of an hour after "from" and "until": "trzeciej", "третьої".</summary>
        FeminineGenitive,

        /// <summary>Of an hour after "at": "trzeciej", "третій".</summary>
        FeminineLocative,
    }

    protected sealed override IEnumerable<Piece> Number(int number, SpokenForm form)
    {
        if (form == SpokenForm.Genitive)
            return GenitiveNumber(number, feminine: false);
        return form is SpokenForm.Feminine or SpokenForm.Neuter ? AgreeingNumber(number, form) : PlainNumber(number);
    }

    protected sealed override IEnumerable<Piece> Minutes(int minutes, SpokenForm form) => form == SpokenForm.Genitive
        ? GenitiveNumber(minutes, feminine: true).Append(GenitiveMinute(minutes))
        : AgreeingNumber(minutes, SpokenForm.Feminine).Append(MinutePiece(CountOf(minutes)));

    protected sealed override IEnumerable<Piece> MinutesRange(int from, int to) =>
    [
        new Piece("piece.minutes.from", From),
        .. GenitiveNumber(from, feminine: true),
        new Piece("piece.minutes.to", To),
        .. GenitiveNumber(to, feminine: true),
        GenitiveMinute(to),
    ];

    protected sealed override IEnumerable<Piece> Date(DateOnly date, SpokenForm form)
    {
        yield return PieceOf("date.day", date.Day, Ordinal(date.Day, OrdinalEnding.Genitive));
        yield return PieceOf("date.month", date.Month, Month(date.Month));
        if (form != SpokenForm.WithoutYear)
            yield return PieceOf("date.year", date.Year, YearOf(date.Year));
    }

    protected sealed override IEnumerable<Piece> Time(TimeOnly time, SpokenForm form)
    {
        yield return Hour(time.Hour, form);
        if (time.Minute is > 0 and < 10)
            yield return PieceOf("number", 0, Cardinal(0));
        if (time.Minute > 0)
            foreach (var piece in PlainNumber(time.Minute))
                yield return piece;
    }

    protected abstract Piece Hour(int hour, SpokenForm form);

    /// <summary>Ordinals up to 99; beyond that a bare number is understood better.</summary>
    protected sealed override IEnumerable<Piece> Place(int place, SpokenForm form)
    {
        var (ending, name) = form switch
        {
            SpokenForm.Masculine => (OrdinalEnding.Masculine, "place.masculine"),
            SpokenForm.Feminine => (OrdinalEnding.Feminine, "place.feminine"),
            _ => (OrdinalEnding.Neuter, "place"),
        };
        if (place > 99)
            return PlainNumber(place);
        return place <= 20 || place % 10 == 0
            ? [PieceOf(name, place, Ordinal(place, ending))]
            : [PlaceTens(place / 10 * 10, ending, name), PieceOf(name, place % 10, Ordinal(place % 10, ending))];
    }

    /// <summary>The first word of a compound ordinal.</summary>
    protected abstract Piece PlaceTens(int tens, OrdinalEnding ending, string name);

    /// <summary>The words of 0 to 99.</summary>
    protected string UnderHundred(int number) =>
        number < 20 || number % 10 == 0 ? Cardinal(number) : $"{Cardinal(number / 10 * 10)} {Cardinal(number % 10)}";

    protected Piece Noun(string name, int count, string one, string few, string many) => CountOf(count) switch
    {
        Count.One => new Piece($"piece.{name}.one", one),
        Count.Few => new Piece($"piece.{name}.few", few),
        _ => new Piece($"piece.{name}.many", many),
    };

    private IEnumerable<Piece> PlainNumber(int number)
    {
        foreach (var piece in Leading(number))
            yield return piece;
        if (number % 100 > 0 || number == 0)
            yield return PieceOf("number", number % 100, UnderHundred(number % 100));
    }

    /// <summary>The thousands and the hundreds.</summary>
    private IEnumerable<Piece> Leading(int number)
    {
        if (number >= 1000)
            yield return PieceOf("number", number / 1000 * 1000, Thousand(number / 1000));
        if (number % 1000 >= 100)
            yield return PieceOf("number", number % 1000 / 100 * 100, Hundred(number % 1000 / 100));
    }

    /// <summary>A number whose last word agrees with its noun, where the language has such a word for it.</summary>
    private IEnumerable<Piece> AgreeingNumber(int number, SpokenForm form)
    {
        var rest = number % 100;
        Piece? last = (form, rest % 10) switch
        {
            _ when rest is 11 or 12 => null,
            (SpokenForm.Feminine, 1) when number == 1 || LastOneAgrees => PieceOf("number.feminine", 1, FeminineOne),
            (SpokenForm.Neuter, 1) when number == 1 || LastOneAgrees => PieceOf("number.neuter", 1, NeuterOne),
            (SpokenForm.Feminine, 2) => PieceOf("number.feminine", 2, FeminineTwo),
            _ => null,
        };
        if (last is not { } agreeing)
            return PlainNumber(number);
        var tens = rest / 10 * 10;
        return tens == 0 ? Leading(number).Append(agreeing) : [.. Leading(number), PieceOf("number", tens, Cardinal(tens)), agreeing];
    }

    private IEnumerable<Piece> GenitiveNumber(int number, bool feminine)
    {
        if (number >= 1000)
            yield return Genitive(number / 1000 * 1000);
        if (number % 1000 >= 100)
            yield return Genitive(number % 1000 / 100 * 100);
        var rest = number % 100;
        if (rest >= 20)
            yield return Genitive(rest / 10 * 10);
        var last = rest < 20 ? rest : rest % 10;
        if (last == 1 && number > 1 && !LastOneAgrees)
            yield return PieceOf("number", 1, Cardinal(1));
        else if (last == 1 && feminine)
            yield return PieceOf("number.genitive.feminine", 1, FeminineGenitiveOne);
        else if (last > 0 || number == 0)
            yield return Genitive(last);
    }

    private Piece Genitive(int number) => PieceOf("number.genitive", number, GenitiveCardinal(number));

    private Piece GenitiveMinute(int minutes) =>
        minutes == 1 || (LastOneAgrees && CountOf(minutes) == Count.One) ? MinutePiece(Count.Few) : MinutePiece(Count.Many);

    /// <summary>The genitive singular is the word of the few: "jednej minuty", "dwie minuty".</summary>
    private Piece MinutePiece(Count count) => count switch
    {
        Count.One => new Piece("piece.minutes.one", Minute(count)),
        Count.Few => new Piece("piece.minutes.few", Minute(count)),
        _ => new Piece("piece.minutes.many", Minute(count)),
    };
}
