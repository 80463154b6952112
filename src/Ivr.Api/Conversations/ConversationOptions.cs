using Microsoft.Extensions.Options;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>The office's settings of conversations, under <c>Conversations</c>.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "Conversations";

    /// <summary>The outcomes that consultants choose from, in the order in which they see them; 1 to 20. Written in the settings they replace these.</summary>
    public IList<OutcomeCode> Outcomes { get; set; } = [];

    /// <summary>
    /// The questions that a caller is asked after a conversation, by their names in the recordings; at most three, none when the survey is
    /// off. Written as a list, or as one text: <c>off</c>, or names with commas between them.
    /// </summary>
    public IList<string> Survey { get; set; } = [];

    /// <summary>
    /// <c>off</c>, or for how many days a recording of a conversation is kept, 1 to 365. With days every conversation is recorded whose caller was
    /// told so and has not declined.
    /// </summary>
    public string Recording { get; set; } = "off";

    /// <summary>How long recordings are kept; null when nothing is recorded.</summary>
    internal TimeSpan? RecordingsKept =>
        int.TryParse(Recording.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365 ? TimeSpan.FromDays(days) : null;

    /// <summary>The names in a setting that is one text.</summary>
    internal static IList<string> ReadSurvey(string text) => string.Equals(text.Trim(), "off", StringComparison.OrdinalIgnoreCase)
        ? []
        : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static IReadOnlyList<OutcomeCode> Usual { get; } =
    [
        new() { Code = "informed", Polish = "Udzielono informacji", English = "Information given", Ukrainian = "Надано інформацію" },
        new() { Code = "visit", Polish = "Skierowano na wizytę", English = "Sent to a visit", Ukrainian = "Скеровано на візит" },
        new() { Code = "case", Polish = "Sprawdzono stan sprawy", English = "Case looked up", Ukrainian = "Перевірено стан справи" },
        new() { Code = "elsewhere", Polish = "Sprawa innego urzędu", English = "Another office's matter", Ukrainian = "Справа іншого органу" },
        new() { Code = "call-again", Polish = "Zadzwoni ponownie", English = "Will call again", Ukrainian = "Зателефонує ще раз" },
        new() { Code = "cut-off", Polish = "Rozmowa przerwana", English = "Cut off", Ukrainian = "Розмову перервано" },
    ];
}

/// <summary>An outcome of a conversation.</summary>
internal sealed class OutcomeCode
{
    /// <summary>Its lasting name in records and exports: lower-case letters, digits and hyphens.</summary>
    public string Code { get; set; } = "";

    public string Polish { get; set; } = "";

    public string English { get; set; } = "";

    public string Ukrainian { get; set; } = "";

    public string In(Language language) => language switch
    {
        Language.Polish => Polish,
        Language.English => English,
        Language.Ukrainian => Ukrainian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };
}

internal sealed class ConversationOptionsCheck : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        const string Key = $"{ConversationOptions.Section}:{nameof(ConversationOptions.Outcomes)}";
        if (options.RecordingsKept is null && !string.Equals(options.Recording.Trim(), "off", StringComparison.OrdinalIgnoreCase))
            return ValidateOptionsResult.Fail($"{ConversationOptions.Section}:{nameof(options.Recording)} is '{options.Recording}', which is neither off nor the days for which a recording is kept, 1 to 365; write for example 30.");
        if (options.Outcomes.Count is 0 or > 20)
            return ValidateOptionsResult.Fail($"{Key} has {options.Outcomes.Count} outcomes, which is not 1 to 20; leave the key out for the usual ones.");
        for (var i = 0; i < options.Outcomes.Count; i++)
        {
            var outcome = options.Outcomes[i];
            if (outcome.Code.Length is 0 or > 40 || !outcome.Code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
                return ValidateOptionsResult.Fail($"{Key}:{i}:Code is '{outcome.Code}', which is not a name of lower-case letters, digits and hyphens; write for example informed.");
            if (Array.Exists(Enum.GetValues<Language>(), language => outcome.In(language).Length == 0))
                return ValidateOptionsResult.Fail($"{Key}:{i} ({outcome.Code}) lacks a text; write Polish, English and Ukrainian, for example English=Information given.");
        }

        return options.Outcomes.Select(outcome => outcome.Code).Distinct(StringComparer.Ordinal).Count() == options.Outcomes.Count
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{Key} has a code twice; give each outcome a code of its own, for example informed.");
    }
}
