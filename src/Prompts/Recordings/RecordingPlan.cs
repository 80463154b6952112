using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Grammar;

namespace Infoline.Prompts.Recordings;

/// <summary>One recording that there should be.</summary>
/// <param name="Language">The language.</param>
/// <param name="Key">The name of the file, without its ending.</param>
/// <param name="Text">The words as a voice reads them.</param>
/// <param name="Prompt">The prompt that it belongs to; null for a piece of the grammar.</param>
internal sealed record PlannedRecording(Language Language, string Key, string Text, Prompt? Prompt)
{
    /// <summary>For messages: <c>pl/fees.permit</c>.</summary>
    public string Name => $"{Language.Code()}/{Key}";
}

/// <summary>Every recording that the catalogue and the grammar ask for.</summary>
internal static class RecordingPlan
{
    /// <summary>In the order of languages; within a language prompts first, then the pieces of values.</summary>
    public static IReadOnlyList<PlannedRecording> Of(PromptCatalogue catalogue) =>
        [.. LanguageCodes.All.SelectMany(language => Segments(catalogue, language).Concat(Pieces(catalogue, language)))];

    private static IEnumerable<PlannedRecording> Segments(PromptCatalogue catalogue, Language language) =>
        catalogue.Prompts.Values.SelectMany(prompt => SegmentsOf(catalogue, prompt, language));

    /// <summary>The recordings of one prompt.</summary>
    public static IEnumerable<PlannedRecording> SegmentsOf(PromptCatalogue catalogue, Prompt prompt, Language language)
    {
        var (written, read) = (prompt.Written(language), prompt.Read(language));
        return written.Segments.Zip(read.Segments).Select(pair =>
            new PlannedRecording(language, RecordingKeys.Of(prompt.Key, written, pair.First), catalogue.Pronounce(language, AsRead(read, pair.Second)), prompt));
    }

    /// <summary>
    /// The pieces of all kinds in their plain form, and in the forms that the catalogue uses: a value can be put into any
    /// prompt without a gap.
    /// </summary>
    private static IEnumerable<PlannedRecording> Pieces(PromptCatalogue catalogue, Language language) =>
        Enum.GetValues<PlaceholderKind>()
            .Select(kind => (Kind: kind, Form: SpokenForm.Plain))
            .Concat(catalogue.Prompts.Values.SelectMany(prompt => prompt.Written(language).Placeholders).Select(placeholder => (placeholder.Kind, placeholder.Form)))
            .Distinct()
            .SelectMany(used => LanguageGrammar.Of(language).Pieces(used.Kind, used.Form))
            .Distinct()
            .Select(piece => new PlannedRecording(language, piece.Key, catalogue.Pronounce(language, piece.Text), Prompt: null));

    /// <summary>A segment before a placeholder is read as a sentence that goes on; the voice must not fall.</summary>
    private static string AsRead(Template template, Segment segment)
    {
        var last = template.Parts[^1] == segment;
        return last || char.IsPunctuation(segment.Text[^1]) ? segment.Text + segment.MarksAfter : segment.Text + ",";
    }
}
