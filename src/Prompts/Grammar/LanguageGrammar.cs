using System.Globalization;

namespace Infoline.Prompts.Grammar;

/// <summary>A fragment that is recorded once and joined with others into a number, a date or a time.</summary>
/// <param name="Key">Begins with <c>piece.</c>.</param>
/// <param name="Text">The words.</param>
internal sealed record Piece(string Key, string Text);

internal abstract class LanguageGrammar
{
    public static LanguageGrammar Of(Language language) => new FirstGrammar();

    public abstract IEnumerable<Piece> Say(Spoken value, SpokenForm form);
}

internal sealed class FirstGrammar : LanguageGrammar
{
    public override IEnumerable<Piece> Say(Spoken value, SpokenForm form)
    {
        var text = value switch
        {
            SpokenNumber { Value: var n } => n.ToString(CultureInfo.InvariantCulture),
            SpokenDigits { Value: var d } => string.Join(' ', d.ToCharArray()),
            SpokenDate { Value: var d } => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            SpokenTime { Value: var t } => t.ToString("HH:mm", CultureInfo.InvariantCulture),
            SpokenMinutes { Value: var n } => string.Create(CultureInfo.InvariantCulture, $"{n} min"),
            SpokenMinutesRange { From: var a, To: var b } => string.Create(CultureInfo.InvariantCulture, $"{a} - {b} min"),
            SpokenPlace { Value: var n } => n.ToString(CultureInfo.InvariantCulture),
            SpokenMoney { Zlotys: var z, Groszy: var g } => string.Create(CultureInfo.InvariantCulture, $"{z}.{g:00}"),
            SpokenWeekday { Value: var d } => d.ToString(),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
        yield return new Piece("piece." + value.Kind.Name(), text);
    }
}
