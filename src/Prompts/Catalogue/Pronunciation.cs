using System.Text.RegularExpressions;

namespace Infoline.Prompts.Catalogue;

/// <summary>Whole words that a synthetic voice would read wrongly, with what it should read instead.</summary>
internal sealed class Pronunciation
{
    private readonly Dictionary<string, string> _words;
    private readonly Regex? _pattern;

    public Pronunciation(Dictionary<string, string> words)
    {
        _words = words;
        if (words.Count == 0)
            return;

        // The longest first, so that "PESEL UKR" wins over "PESEL".
        var alternatives = string.Join('|', words.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Regex.Escape));
        _pattern = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{alternatives})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Apply(string text) => _pattern is null ? text : _pattern.Replace(text, match => _words[match.Value]);
}

/// <summary>Reads <c>pronunciation.yaml</c>: <c>pl: { MOS: "mos" }</c>.</summary>
internal static class PronunciationReader
{
    public static Dictionary<Language, Pronunciation> Read(YamlValue root, FaultList faults)
    {
        var result = new Dictionary<Language, Pronunciation>();
        if (Fields.Of(root, faults, "the pronunciations") is not { } languages)
            return result;
        languages.AllowOnly([.. LanguageCodes.All.Select(language => language.Code())]);
        foreach (var entry in languages.All)
        {
            if (!LanguageCodes.TryParse(entry.Key, out var language) || Fields.Of(entry.Value, faults, "the words of a language") is not { } words)
                continue;
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var word in words.All)
            {
                if (words.Text(word.Key) is { Length: > 0 } spoken)
                    pairs.Add(word.Key, spoken);
                else
                    faults.Add(word.Line, $"'{word.Key}' has nothing to be read as", "write the words that the voice should read");
            }

            result.Add(language, new Pronunciation(pairs));
        }

        return result;
    }
}
