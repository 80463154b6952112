namespace Infoline.Prompts.Grammar;

/// <summary>
/// Polish. Rules: compound cardinals end in an unchanging "jeden" (dwadzieścia jeden minut); both words of a compound
/// ordinal are declined (dwudziestego pierwszego); hours after a preposition are ordinals in -ej.
/// </summary>
internal sealed class PolishGrammar : SlavicGrammar
{
    private static readonly string[] Small =
    [
        "zero", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć", "jedenaście", "dwanaście",
        "trzynaście", "czternaście", "piętnaście", "szesnaście", "siedemnaście", "osiemnaście", "dziewiętnaście",
    ];

    private static readonly string[] Tens =
        ["", "", "dwadzieścia", "trzydzieści", "czterdzieści", "pięćdziesiąt", "sześćdziesiąt", "siedemdziesiąt", "osiemdziesiąt", "dziewięćdziesiąt"];

    private static readonly string[] Hundreds =
        ["", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"];

    private static readonly string[] SmallGenitive =
    [
        "zera", "jednego", "dwóch", "trzech", "czterech", "pięciu", "sześciu", "siedmiu", "ośmiu", "dziewięciu", "dziesięciu", "jedenastu", "dwunastu",
        "trzynastu", "czternastu", "piętnastu", "szesnastu", "siedemnastu", "osiemnastu", "dziewiętnastu",
    ];

    private static readonly string[] TensGenitive =
        ["", "", "dwudziestu", "trzydziestu", "czterdziestu", "pięćdziesięciu", "sześćdziesięciu", "siedemdziesięciu", "osiemdziesięciu", "dziewięćdziesięciu"];

    private static readonly string[] HundredsGenitive =
        ["", "stu", "dwustu", "trzystu", "czterystu", "pięciuset", "sześciuset", "siedmiuset", "ośmiuset", "dziewięciuset"];

    /// <summary>Ordinals without their endings.</summary>
    private static readonly string[] SmallOrdinals =
    [
        "zerow", "pierwsz", "drug", "trzec", "czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt", "dziesiąt", "jedenast", "dwunast",
        "trzynast", "czternast", "piętnast", "szesnast", "siedemnast", "osiemnast", "dziewiętnast",
    ];

    private static readonly string[] TensOrdinals =
        ["", "", "dwudziest", "trzydziest", "czterdziest", "pięćdziesiąt", "sześćdziesiąt", "siedemdziesiąt", "osiemdziesiąt", "dziewięćdziesiąt"];

    private static readonly string[] Months =
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];

    private static readonly (string Name, string On, string Genitive)[] Weekdays =
    [
        ("niedziela", "w niedzielę", "niedzieli"),
        ("poniedziałek", "w poniedziałek", "poniedziałku"),
        ("wtorek", "we wtorek", "wtorku"),
        ("środa", "w środę", "środy"),
        ("czwartek", "w czwartek", "czwartku"),
        ("piątek", "w piątek", "piątku"),
        ("sobota", "w sobotę", "soboty"),
    ];

    protected override string From => "od";

    protected override string To => "do";

    protected override string FeminineGenitiveOne => "jednej";

    protected override bool LastOneAgrees => false;

    protected override string FeminineOne => "jedna";

    protected override string FeminineTwo => "dwie";

    protected override string NeuterOne => "jedno";

    protected override string Cardinal(int number) => number < 20 ? Small[number] : Tens[number / 10];

    protected override string Hundred(int hundreds) => Hundreds[hundreds];

    protected override string Thousand(int thousands) => thousands switch
    {
        1 => "tysiąc",
        < 5 => $"{Small[thousands]} tysiące",
        _ => $"{Small[thousands]} tysięcy",
    };

    protected override string GenitiveCardinal(int number) => number switch
    {
        < 20 => SmallGenitive[number],
        < 100 => TensGenitive[number / 10],
        < 1000 => HundredsGenitive[number / 100],
        1000 => "tysiąca",
        _ => $"{SmallGenitive[number / 1000]} tysięcy",
    };

    protected override Count CountOf(int number) => number switch
    {
        1 => Count.One,
        _ when number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) => Count.Few,
        _ => Count.Many,
    };

    protected override string Minute(Count count) => count switch
    {
        Count.One => "minuta",
        Count.Few => "minuty",
        _ => "minut",
    };

    protected override string Ordinal(int number, OrdinalEnding ending) => number switch
    {
        < 20 => SmallOrdinals[number] + Ending(number, ending),
        _ when number % 10 == 0 => TensOrdinals[number / 10] + Ending(number, ending),
        _ => $"{TensOrdinals[number / 10] + Ending(number / 10 * 10, ending)} {SmallOrdinals[number % 10] + Ending(number % 10, ending)}",
    };

    protected override string Month(int month) => Months[month - 1];

    protected override string YearOf(int year) =>
        year == 2000 ? "dwutysięcznego roku" : $"dwa tysiące {Ordinal(year - 2000, OrdinalEnding.Genitive)} roku";

    /// <summary>The genitive and the locative of a feminine ordinal are one word, so one piece serves after every preposition.</summary>
    protected override Piece Hour(int hour, SpokenForm form) => PieceOf("time.hour", hour, Ordinal(hour, OrdinalEnding.FeminineGenitive));

    protected override Piece PlaceTens(int tens, OrdinalEnding ending, string name) => PieceOf(name, tens, Ordinal(tens, ending));

    protected override Piece Weekday(DayOfWeek day, SpokenForm form)
    {
        var key = day.ToString().ToLowerInvariant();
        return form switch
        {
            SpokenForm.On => new Piece($"piece.weekday.on.{key}", Weekdays[(int)day].On),
            SpokenForm.Genitive => new Piece($"piece.weekday.genitive.{key}", Weekdays[(int)day].Genitive),
            _ => new Piece($"piece.weekday.{key}", Weekdays[(int)day].Name),
        };
    }

    protected override Piece Zloty(int count) => Noun("money.zloty", count, "złoty", "złote", "złotych");

    protected override Piece Grosz(int count) => Noun("money.grosz", count, "grosz", "grosze", "groszy");

    /// <summary>"Drugi" keeps its hard k or g before i, "trzeci" is soft: both write an i where the others do not.</summary>
    private static string Ending(int number, OrdinalEnding ending) => (number, ending) switch
    {
        (2 or 3, OrdinalEnding.Masculine) => "i",
        (2, OrdinalEnding.Feminine) => "a",
        (3, OrdinalEnding.Feminine) => "ia",
        (2 or 3, OrdinalEnding.Neuter) => "ie",
        (2 or 3, OrdinalEnding.Genitive) => "iego",
        (2 or 3, _) => "iej",
        (_, OrdinalEnding.Masculine) => "y",
        (_, OrdinalEnding.Feminine) => "a",
        (_, OrdinalEnding.Neuter) => "e",
        (_, OrdinalEnding.Genitive) => "ego",
        _ => "ej",
    };
}
