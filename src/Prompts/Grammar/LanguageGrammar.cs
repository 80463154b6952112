using System.Globalization;

namespace Infoline.Prompts.Grammar;

/// <summary>
/// Says a value in one language as a row of pieces. The pieces are whole words in the form that the sentence needs,
/// large enough to sound natural and few enough to be recorded by a person in an afternoon.
/// </summary>
internal abstract class LanguageGrammar
{
    private static readonly PolishGrammar Polish = new();
    private static readonly EnglishGrammar English = new();
    private static readonly UkrainianGrammar Ukrainian = new();

    public static LanguageGrammar Of(Language language) => language switch
    {
        Language.Polish => Polish,
        Language.English => English,
        Language.Ukrainian => Ukrainian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    /// <summary>The pieces of a value, at least one, in the order in which they are said.</summary>
    /// <exception cref="ArgumentException">The value is a prompt, which is not the grammar's to say.</exception>
    public IEnumerable<Piece> Say(Spoken value, SpokenForm form) => value switch
    {
        SpokenNumber { Value: var number } => Number(number, form),
        SpokenDigits { Value: var digits } => digits.SelectMany(digit => Number(digit - '0', SpokenForm.Plain)),
        SpokenDate { Value: var date } => Date(date, form),
        SpokenTime { Value: var time } => Time(time, form),
        SpokenMinutes { Value: var minutes } => Minutes(minutes, form),
        SpokenMinutesRange range => range.From == range.To ? Minutes(range.From, SpokenForm.Plain) : MinutesRange(range.From, range.To),
        SpokenPlace { Value: var place } => Place(place, form),
        SpokenMoney { Zlotys: var zlotys, Groszy: var groszy } => Money(zlotys, groszy),
        SpokenWeekday { Value: var day } => [Weekday(day, form)],
        _ => throw new ArgumentException("A prompt is said by the library, not by the grammar.", nameof(value)),
    };

    /// <summary>Every piece that the values of a kind can need in this form: the finite set that is recorded.</summary>
    public IReadOnlyCollection<Piece> Pieces(PlaceholderKind kind, SpokenForm form) =>
        [.. RecordedValues.Of(kind).SelectMany(value => Say(value, form)).Distinct()];

    protected abstract IEnumerable<Piece> Number(int number, SpokenForm form);

    protected abstract IEnumerable<Piece> Date(DateOnly date, SpokenForm form);

    protected abstract IEnumerable<Piece> Time(TimeOnly time, SpokenForm form);

    protected abstract IEnumerable<Piece> Minutes(int minutes, SpokenForm form);

    protected abstract IEnumerable<Piece> MinutesRange(int from, int to);

    protected abstract IEnumerable<Piece> Place(int place, SpokenForm form);

    protected abstract Piece Weekday(DayOfWeek day, SpokenForm form);

    protected abstract Piece Zloty(int count);

    protected abstract Piece Grosz(int count);

    protected static Piece PieceOf(string name, int number, string text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"piece.{name}.{number}"), text);

    private IEnumerable<Piece> Money(int zlotys, int groszy)
    {
        if (zlotys > 0 || groszy == 0)
            foreach (var piece in Number(zlotys, SpokenForm.Plain).Append(Zloty(zlotys)))
                yield return piece;
        if (groszy > 0)
            foreach (var piece in Number(groszy, SpokenForm.Plain).Append(Grosz(groszy)))
                yield return piece;
    }
}
