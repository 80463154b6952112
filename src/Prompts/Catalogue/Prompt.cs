using Infoline.Prompts.Catalogue;

namespace Infoline.Prompts;

/// <summary>One prompt of the catalogue: what is said, in every language, and what its sentences rest on.</summary>
public sealed class Prompt
{
    private readonly IReadOnlyDictionary<Language, Template> _written;
    private readonly IReadOnlyDictionary<Language, Template> _spoken;

    internal Prompt(PromptKey key, string file, long line, IReadOnlyDictionary<Language, Template> written, IReadOnlyDictionary<Language, Template> spoken)
    {
        Key = key;
        File = file;
        Line = line;
        _written = written;
        _spoken = spoken;
    }

    /// <summary>The name.</summary>
    public PromptKey Key { get; }

    /// <summary>The file that holds it, relative to the folder of recordings.</summary>
    public string File { get; }

    /// <summary>The line at which it starts, from 1.</summary>
    public long Line { get; }

    /// <summary>A note for whoever speaks the prompt; null when there is none.</summary>
    public string? Speaker { get; init; }

    /// <summary>What the sentences rest on; empty for a prompt that states no facts.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Why the office has to agree to the text before it is used; null when it need not.</summary>
    public string? NeedsAgreement { get; init; }

    /// <summary>The placeholders, in the order of the Polish text.</summary>
    public IReadOnlyDictionary<string, PlaceholderKind> Placeholders =>
        Written(Language.Polish).Placeholders.DistinctBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Kind, StringComparer.Ordinal);

    /// <summary>The text as written in the catalogue, with its placeholders.</summary>
    public string Text(Language language) => Written(language).Text;

    /// <summary>The same prompt with other texts. Where a text stays, a voice goes on to read it as the catalogue says.</summary>
    internal Prompt Saying(IReadOnlyDictionary<Language, Template> texts) => new(
        Key,
        File,
        Line,
        texts,
        _spoken.Where(spoken => string.Equals(texts[spoken.Key].Text, _written[spoken.Key].Text, StringComparison.Ordinal)).ToDictionary())
    {
        Speaker = Speaker,
        Facts = Facts,
        NeedsAgreement = NeedsAgreement,
    };

    internal Template Written(Language language) => _written[language];

    /// <summary>What a synthetic voice reads: the same parts as the written text, with words that it reads better.</summary>
    internal Template Read(Language language) => _spoken.TryGetValue(language, out var template) ? template : _written[language];
}

/// <summary>What a sentence rests on.</summary>
/// <param name="Sources">The ids of <c>sources.yaml</c>.</param>
/// <param name="Certainty">How sure the fact is.</param>
/// <param name="HoldsUntil">The last day on which the text may be played without a new look at it.</param>
/// <param name="Line">The line of the catalogue's file.</param>
public sealed record Fact(IReadOnlyList<string> Sources, Certainty Certainty, DateOnly HoldsUntil, long Line);

/// <summary>How sure a fact is.</summary>
public enum Certainty
{
    /// <summary>Official, or several sources agree.</summary>
    High,

    /// <summary>One reliable source; recorded only after the office agreed.</summary>
    Medium,
}

/// <summary>Where a fact comes from.</summary>
/// <param name="Id">The id by which facts refer to it.</param>
/// <param name="Address">The address of the page.</param>
/// <param name="Date">The date of the page, as written; null when the page has none.</param>
public sealed record FactSource(string Id, string Address, string? Date);
