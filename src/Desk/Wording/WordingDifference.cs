using Infoline.Prompts;

namespace Infoline.Desk.Wording;

/// <summary>A text that a version says otherwise than the one before.</summary>
/// <param name="Key">The prompt.</param>
/// <param name="Language">The language.</param>
/// <param name="Before">The words before.</param>
/// <param name="After">The words after; the same where only the recording is another.</param>
public readonly record struct WordingChange(PromptKey Key, Language Language, string Before, string After);

/// <summary>What differs between two versions.</summary>
internal static class WordingDifference
{
    public static IReadOnlyList<WordingChange> Between(IReadOnlyDictionary<PromptKey, KeptEdit> before, IReadOnlyDictionary<PromptKey, KeptEdit> after, PromptLibrary shipped) =>
    [
        .. from key in before.Keys.Union(after.Keys).OrderBy(key => key.ToString(), StringComparer.Ordinal)
           where shipped.Contains(key)
           let old = before.GetValueOrDefault(key) ?? KeptEdit.Of(shipped.Find(key))
           let now = after.GetValueOrDefault(key) ?? KeptEdit.Of(shipped.Find(key))
           from language in LanguageCodes.All
           where !string.Equals(old.Words(language), now.Words(language), StringComparison.Ordinal) || !old.Sounds(language).SequenceEqual(now.Sounds(language))
           select new WordingChange(key, language, old.Words(language), now.Words(language)),
    ];
}
