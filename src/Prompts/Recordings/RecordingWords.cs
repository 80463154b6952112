using System.Collections.Frozen;
using Infoline.Prompts.Grammar;

namespace Infoline.Prompts.Recordings;

/// <summary>The words of every recording that the prompts can need: their texts, the segments of texts, and the pieces of values.</summary>
internal static class RecordingWords
{
    public static FrozenDictionary<(Language Language, string Key), string> Of(IReadOnlyCollection<Prompt> prompts)
    {
        var words = new Dictionary<(Language, string), string>();
        foreach (var language in LanguageCodes.All)
        {
            var templates = prompts.Select(prompt => (prompt.Key, Template: prompt.Written(language))).ToList();
            foreach (var (key, template) in templates)
            {
                foreach (var segment in template.Segments)
                    words[(language, RecordingKeys.Of(key, template, segment))] = segment.Text;
            }

            foreach (var piece in templates.SelectMany(t => t.Template.Placeholders).Select(p => (p.Kind, p.Form)).Distinct()
                .SelectMany(use => LanguageGrammar.Of(language).Pieces(use.Kind, use.Form)))
            {
                words[(language, piece.Key)] = piece.Text;
            }
        }

        return words.ToFrozenDictionary();
    }
}
