namespace Infoline.Prompts;

/// <summary>The languages of the line. A caller chooses one at the start and keeps it for the whole call.</summary>
public enum Language
{
    /// <summary>Polish, chosen for a caller who does not choose.</summary>
    Polish,

    /// <summary>English.</summary>
    English,

    /// <summary>Ukrainian.</summary>
    Ukrainian,
}

/// <summary>The codes by which a language is written in URLs, folders and TwiML.</summary>
public static class LanguageCodes
{
    /// <summary>Every language of the line, in the order in which the greeting offers them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Polish, Language.English, Language.Ukrainian];

    /// <summary>The two-letter code of ISO 639-1: <c>pl</c>, <c>en</c> or <c>uk</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the three.</exception>
    public static string Code(this Language language) => language switch
    {
        Language.Polish => "pl",
        Language.English => "en",
        Language.Ukrainian => "uk",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    /// <summary>The language tag of BCP 47 that speech engines expect: <c>pl-PL</c>, <c>en-GB</c> or <c>uk-UA</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the three.</exception>
    public static string Tag(this Language language) => language switch
    {
        Language.Polish => "pl-PL",
        Language.English => "en-GB",
        Language.Ukrainian => "uk-UA",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    /// <summary>Reads a two-letter code; any other text gives false and <see cref="Language.Polish"/>.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Code(), code, StringComparison.Ordinal))
            {
                language = candidate;
                return true;
            }
        }

        language = Language.Polish;
        return false;
    }
}
