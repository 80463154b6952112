using Infoline.Prompts.Catalogue;

namespace Infoline.Prompts;

/// <summary>One thing in a text that keeps it from being used.</summary>
/// <param name="Language">The text.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Detail">The part that is wrong; empty where the problem tells enough.</param>
public readonly record struct TextFault(Language Language, TextProblem Problem, string Detail);

/// <summary>
/// Judges what an editor writes by the rules of the catalogue, and by those that only a change can break: the call gives the values that the
/// shipped text asks for, and no others. Total: any texts give faults or none.
/// </summary>
public static class Wordings
{
    /// <summary>Longer than this people do not listen to one recording.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Every fault of the texts, in the order of the languages.</summary>
    /// <param name="shipped">The prompt as the folder of recordings has it.</param>
    /// <param name="edit">The texts that are to take its place.</param>
    public static IReadOnlyList<TextFault> Check(Prompt shipped, PromptEdit edit) => Read(shipped, edit).Faults;

    /// <summary>How long a text lasts when it is read at the pace of the line, placeholders counted as one word.</summary>
    public static TimeSpan Estimate(Language language, string words)
    {
        var count = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
        return TimeSpan.FromMinutes((double)count / WordsAMinute(language));
    }

    /// <summary>The texts as templates, all of them or, with faults, none that may be used.</summary>
    internal static (IReadOnlyDictionary<Language, Template> Templates, IReadOnlyList<TextFault> Faults) Read(Prompt shipped, PromptEdit edit)
    {
        List<TextFault> faults = [];
        Dictionary<Language, Template> templates = [];
        foreach (var language in LanguageCodes.All)
        {
            var words = edit.Words(language);
            var list = new FaultList(shipped.File);
            if (string.IsNullOrWhiteSpace(words))
                faults.Add(new(language, TextProblem.Missing, ""));
            else if (Template.Read(words, shipped.Line, list) is { } template)
                templates.Add(language, template);
            faults.AddRange(list.Faults.Select(fault => new TextFault(language, fault.Text!.Value, fault.Detail)));
        }

        var given = LanguageCodes.All.SelectMany(language => PlaceholderRules.Names(shipped.Written(language))).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(PlaceholderRules.Differences(templates).Select(difference => new TextFault(difference.Language, difference.Problem, $"{{{difference.Placeholder}}}")));
        foreach (var (language, template) in templates)
        {
            faults.AddRange(PlaceholderRules.Names(template).Where(name => !given.Contains(name)).Select(name => new TextFault(language, TextProblem.NoValue, $"{{{name}}}")));
            if (HasOtherLetters(language, template))
                faults.Add(new(language, TextProblem.OtherLetters, ""));
            if (Estimate(language, template.Text) > Longest && Estimate(language, shipped.Text(language)) <= Longest)
                faults.Add(new(language, TextProblem.TooLong, ""));
        }

        return (templates, [.. faults.OrderBy(fault => fault.Language)]);
    }

    /// <summary>Polish and English have no Cyrillic letters, and a Ukrainian text has at least one.</summary>
    private static bool HasOtherLetters(Language language, Template template)
    {
        var letters = template.Segments.SelectMany(segment => segment.Text).Where(char.IsLetter).ToList();
        return language is Language.Ukrainian ? letters.Count > 0 && !letters.Exists(IsCyrillic) : letters.Exists(IsCyrillic);
    }

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';

    // As measured on the catalogue, see docs/recordings.md.
    private static int WordsAMinute(Language language) => language switch
    {
        Language.Polish => 140,
        Language.English => 180,
        _ => 150,
    };
}
