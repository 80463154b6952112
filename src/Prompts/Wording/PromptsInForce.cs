namespace Infoline.Prompts;

/// <summary>
/// What callers hear now: the shipped texts until those of an editor take their place, with the next document and without a restart. They stay
/// in memory, so callers hear the last known ones whatever happens to their source.
/// </summary>
/// <param name="shipped">What the folder of recordings says.</param>
public sealed class PromptsInForce(PromptLibrary shipped)
{
    private volatile PromptLibrary _current = shipped;

    /// <summary>What the folder of recordings says.</summary>
    public PromptLibrary Shipped { get; } = shipped;

    /// <summary>What holds now; a snapshot that never changes.</summary>
    public PromptLibrary Current => _current;

    /// <summary>From now on these edits hold, and no others.</summary>
    public void Use(IReadOnlyDictionary<PromptKey, PromptEdit> edits) => _current = Shipped.With(edits);

    /// <summary>The recording of this content: of the texts that hold, or of the shipped ones, which calls under way may still ask for.</summary>
    public Recording? FindByHash(Language language, string key, string contentHash) =>
        Current.FindByHash(language, key, contentHash) ?? Shipped.FindByHash(language, key, contentHash);
}
