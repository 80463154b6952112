namespace Infoline.Prompts.Grammar;

/// <summary>
/// Ukrainian. Rules: "один" and "два" agree with the noun at the end of any number (двадцять одна хвилина); only the last
/// word of a compound ordinal is declined (двадцять першого); "третій" is the one soft ordinal.
/// </summary>
internal sealed class UkrainianGrammar : SlavicGrammar
{
    private static readonly string[] Small =
    [
        "нуль", "один", "два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять", "десять", "одинадцять", "дванадцять",
        "тринадцять", "чотирнадцять", "п'ятнадцять", "шістнадцять", "сімнадцять", "вісімнадцять", "дев'ятнадцять",
    ];

    private static readonly string[] Tens =
        ["", "", "двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев'яносто"];

    private static readonly string[] Hundreds =
        ["", "сто", "двісті", "триста", "чотириста", "п'ятсот", "шістсот", "сімсот", "вісімсот", "дев'ятсот"];

    private static readonly string[] SmallGenitive =
    [
        "нуля", "одного", "двох", "трьох", "чотирьох", "п'яти", "шести", "семи", "восьми", "дев'яти", "десяти", "одинадцяти", "дванадцяти",
        "тринадцяти", "чотирнадцяти", "п'ятнадцяти", "шістнадцяти", "сімнадцяти", "вісімнадцяти", "дев'ятнадцяти",
    ];

    private static readonly string[] TensGenitive =
        ["", "", "двадцяти", "тридцяти", "сорока", "п'ятдесяти", "шістдесяти", "сімдесяти", "вісімдесяти", "дев'яноста"];

    private static readonly string[] HundredsGenitive =
        ["", "ста", "двохсот", "трьохсот", "чотирьохсот", "п'ятисот", "шестисот", "семисот", "восьмисот", "дев'ятисот"];

    /// <summary>Ordinals without their endings.</summary>
    private static readonly string[] SmallOrdinals =
    [
        "нульов", "перш", "друг", "трет", "четверт", "п'ят", "шост", "сьом", "восьм", "дев'ят", "десят", "одинадцят", "дванадцят",
        "тринадцят", "чотирнадцят", "п'ятнадцят", "шістнадцят", "сімнадцят", "вісімнадцят", "дев'ятнадцят",
    ];

    private static readonly string[] TensOrdinals =
        ["", "", "двадцят", "тридцят", "сороков", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев'яност"];

    private static readonly string[] Months =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    private static readonly (string Name, string On, string Genitive)[] Weekdays =
    [
        ("неділя", "у неділю", "неділі"),
        ("понеділок", "у понеділок", "понеділка"),
        ("вівторок", "у вівторок", "вівторка"),
        ("середа", "у середу", "середи"),
        ("четвер", "у четвер", "четверга"),
        ("п'ятниця", "у п'ятницю", "п'ятниці"),
        ("субота", "у суботу", "суботи"),
    ];

    protected override string From => "від";

    protected override string To => "до";

    protected override string FeminineGenitiveOne => "однієї";

    protected override bool LastOneAgrees => true;

    protected override string FeminineOne => "одна";

    protected override string FeminineTwo => "дві";

    protected override string NeuterOne => "одне";

    protected override string Cardinal(int number) => number < 20 ? Small[number] : Tens[number / 10];

    protected override string Hundred(int hundreds) => Hundreds[hundreds];

    protected override string Thousand(int thousands) => thousands switch
    {
        1 => "тисяча",
        2 => "дві тисячі",
        < 5 => $"{Small[thousands]} тисячі",
        _ => $"{Small[thousands]} тисяч",
    };

    protected override string GenitiveCardinal(int number) => number switch
    {
        < 20 => SmallGenitive[number],
        < 100 => TensGenitive[number / 10],
        < 1000 => HundredsGenitive[number / 100],
        1000 => "тисячі",
        _ => $"{SmallGenitive[number / 1000]} тисяч",
    };

    protected override Count CountOf(int number) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => Count.Many,
        (1, _) => Count.One,
        ( >= 2 and <= 4, _) => Count.Few,
        _ => Count.Many,
    };

    protected override string Minute(Count count) => count switch
    {
        Count.One => "хвилина",
        Count.Few => "хвилини",
        _ => "хвилин",
    };

    protected override string Ordinal(int number, OrdinalEnding ending) => number switch
    {
        < 20 => SmallOrdinals[number] + Ending(number, ending),
        _ when number % 10 == 0 => TensOrdinals[number / 10] + Ending(number, ending),
        _ => $"{Tens[number / 10]} {SmallOrdinals[number % 10] + Ending(number % 10, ending)}",
    };

    protected override string Month(int month) => Months[month - 1];

    protected override string YearOf(int year) =>
        year == 2000 ? "двохтисячного року" : $"дві тисячі {Ordinal(year - 2000, OrdinalEnding.Genitive)} року";

    protected override Piece Hour(int hour, SpokenForm form) => form == SpokenForm.Genitive
        ? PieceOf("time.hour.genitive", hour, Ordinal(hour, OrdinalEnding.FeminineGenitive))
        : PieceOf("time.hour", hour, Ordinal(hour, OrdinalEnding.FeminineLocative));

    protected override Piece PlaceTens(int tens, OrdinalEnding ending, string name) => PieceOf("number", tens, Cardinal(tens));

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

    protected override Piece Zloty(int count) => Noun("money.zloty", count, "злотий", "злоті", "злотих");

    protected override Piece Grosz(int count) => Noun("money.grosz", count, "грош", "гроші", "грошів");

    private static string Ending(int number, OrdinalEnding ending) => (number, ending) switch
    {
        (3, OrdinalEnding.Masculine) => "ій",
        (3, OrdinalEnding.Feminine) => "я",
        (3, OrdinalEnding.Neuter) => "є",
        (3, OrdinalEnding.Genitive) => "ього",
        (3, OrdinalEnding.FeminineGenitive) => "ьої",
        (_, OrdinalEnding.Masculine) => "ий",
        (_, OrdinalEnding.Feminine) => "а",
        (_, OrdinalEnding.Neuter) => "е",
        (_, OrdinalEnding.Genitive) => "ого",
        (_, OrdinalEnding.FeminineGenitive) => "ої",
        _ => "ій",
    };
}
