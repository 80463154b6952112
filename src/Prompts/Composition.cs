using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Grammar;

namespace Infoline.Prompts;

/// <summary>A stretch of speech by its key and words.</summary>
internal readonly record struct Fragment(string Key, string Text);

/// <summary>Puts values into a prompt's text and says which recordings make it up.</summary>
internal static class Composition
{
    /// <summary>A prompt in a prompt in a prompt; deeper is a circle.</summary>
    private const int DeepestNesting = 4;

    public static List<Fragment> Of(PromptLibrary library, Language language, Prompt prompt, IReadOnlyDictionary<string, Spoken>? arguments)
    {
        var fragments = new List<Fragment>();
        Add(fragments, library, language, prompt, arguments, depth: 1);
        return fragments;
    }

    private static void Add(
        List<Fragment> fragments, PromptLibrary library, Language language, Prompt prompt, IReadOnlyDictionary<string, Spoken>? arguments, int depth)
    {
        if (depth > DeepestNesting)
            throw new ArgumentException($"The prompt '{prompt.Key}' is put into itself.", nameof(arguments));
        var template = prompt.Written(language);
        foreach (var part in template.Parts)
        {
            switch (part)
            {
                case Segment segment:
                    fragments.Add(new Fragment(RecordingKeys.Of(prompt.Key, template, segment), segment.Text));
                    break;
                case Placeholder placeholder when Argument(prompt, placeholder, arguments) is SpokenPrompt nested:
                    Add(fragments, library, language, library.Find(nested.Value), arguments, depth + 1);
                    break;
                case Placeholder placeholder:
                    foreach (var piece in LanguageGrammar.Of(language).Say(Argument(prompt, placeholder, arguments), placeholder.Form))
                        fragments.Add(new Fragment(piece.Key, piece.Text));
                    break;
            }

            if (part.MarksAfter.Length > 0)
                fragments[^1] = fragments[^1] with { Text = fragments[^1].Text + part.MarksAfter };
        }
    }

    private static Spoken Argument(Prompt prompt, Placeholder placeholder, IReadOnlyDictionary<string, Spoken>? arguments)
    {
        if (arguments is null || !arguments.TryGetValue(placeholder.Name, out var argument))
            throw new ArgumentException($"The prompt '{prompt.Key}' needs a value for '{placeholder.Name}'.", nameof(arguments));
        return argument.Kind == placeholder.Kind
            ? argument
            : throw new ArgumentException($"The prompt '{prompt.Key}' takes a {placeholder.Kind.Name()} for '{placeholder.Name}', not a {argument.Kind.Name()}.", nameof(arguments));
    }
}

/// <summary>The names of the recordings of a prompt.</summary>
internal static class RecordingKeys
{
    /// <summary>A text without placeholders is one recording under the prompt's key; the segments of others are counted from 1.</summary>
    public static string Of(PromptKey key, Template template, Segment segment) =>
        template.Placeholders.Count == 0 ? key.ToString() : $"{key}.{segment.Number}";

    /// <summary>The names of all recordings of a prompt in one language, pieces not among them.</summary>
    public static IEnumerable<string> All(Prompt prompt, Language language)
    {
        var template = prompt.Written(language);
        return template.Segments.Select(segment => Of(prompt.Key, template, segment));
    }
}
