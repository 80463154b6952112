using System.Collections.Frozen;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts;

/// <summary>
/// What callers hear: the catalogue of texts, the grammar that puts values into them, and the recordings found on disk.
/// An immutable snapshot, safe for any number of threads; load a new one after the files changed.
/// </summary>
public sealed class PromptLibrary
{
    /// <summary>The name under which the music of the queue is served.</summary>
    internal const string MusicKey = "music.waiting";

    private readonly FrozenDictionary<PromptKey, Prompt> _prompts;
    private readonly FrozenDictionary<(Language Language, string Key), Recording> _recordings;

    private readonly FrozenDictionary<string, FactSource> _sources;
    private readonly Lazy<FrozenDictionary<(Language Language, string Key), string>> _words;

    private PromptLibrary(PromptCatalogue catalogue, FrozenDictionary<(Language Language, string Key), Recording> recordings)
    {
        _prompts = catalogue.Prompts.ToFrozenDictionary();
        _recordings = recordings;
        _sources = catalogue.Sources.ToFrozenDictionary(StringComparer.Ordinal);
        _words = new(() => RecordingWords.Of(_prompts.Values));
        Keys = [.. catalogue.Prompts.Keys];
    }

    /// <summary>The keys of the catalogue, in the order of its files.</summary>
    public IReadOnlyCollection<PromptKey> Keys { get; }

    /// <summary>
    /// Reads the texts and finds the recordings. A recording that is absent or broken is no fault here: its text is said
    /// by a synthetic voice until it is there.
    /// </summary>
    /// <param name="recordingsFolder">The folder that holds <c>prompts/</c> and the folders of the languages.</param>
    /// <exception cref="ContentException">The texts have faults; all of them are listed.</exception>
    public static PromptLibrary Load(string recordingsFolder)
    {
        ArgumentNullException.ThrowIfNull(recordingsFolder);
        var (catalogue, faults) = PromptCatalogue.Read(recordingsFolder);
        return faults.Count == 0 ? new PromptLibrary(catalogue, RecordingFolder.Find(recordingsFolder)) : throw new ContentException(faults);
    }

    /// <summary>Whether the catalogue has the prompt.</summary>
    public bool Contains(PromptKey key) => _prompts.ContainsKey(key);

    /// <summary>The prompt with its texts and facts.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such prompt.</exception>
    public Prompt Find(PromptKey key) =>
        _prompts.TryGetValue(key, out var prompt) ? prompt : throw new KeyNotFoundException($"The catalogue has no prompt '{key}'.");

    /// <summary>The source of this id, as <see cref="Fact.Sources"/> names it; null when there is none.</summary>
    public FactSource? SourceOf(string id) => _sources.GetValueOrDefault(id);

    /// <summary>What is played, in order, for a prompt with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such prompt.</exception>
    /// <exception cref="ArgumentException">An argument is missing or of another kind than its placeholder.</exception>
    public IReadOnlyList<Clip> Compose(Language language, PromptKey key, IReadOnlyDictionary<string, Spoken>? arguments = null)
    {
        var clips = new List<Clip>();
        foreach (var fragment in Composition.Of(this, language, Find(key), arguments))
            clips.Add(new Clip(fragment.Key, language, fragment.Text, _recordings.GetValueOrDefault((language, fragment.Key))));
        return clips;
    }

    /// <summary>
    /// A calm piece of music of at most thirty seconds for callers who wait or are on hold, made to be repeated without a seam.
    /// Its recording is null when the file is missing; then there is nothing to say either.
    /// </summary>
    public Clip Music(Language language) => new(MusicKey, language, "", _recordings.GetValueOrDefault((language, MusicKey)));

    /// <summary>The words that a caller hears for a prompt, as one text.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such prompt.</exception>
    /// <exception cref="ArgumentException">An argument is missing or of another kind than its placeholder.</exception>
    public string Caption(Language language, PromptKey key, IReadOnlyDictionary<string, Spoken>? arguments = null) =>
        string.Join(' ', Composition.Of(this, language, Find(key), arguments).Select(fragment => fragment.Text));

    /// <summary>The words of a recording, whichever prompt it is part of; null when no prompt needs a recording of this name.</summary>
    /// <param name="language">The language of the recording.</param>
    /// <param name="key">The clip's key, as in <see cref="Clip.Key"/>.</param>
    public string? WordsOf(Language language, string key) => _words.Value.GetValueOrDefault((language, key));

    /// <summary>The recording of a clip, if its file still has this content; null otherwise.</summary>
    /// <param name="language">The language of the recording.</param>
    /// <param name="key">The clip's key.</param>
    /// <param name="contentHash">The hash of the file's bytes, as in <see cref="Recording.ContentHash"/>.</param>
    public Recording? FindByHash(Language language, string key, string contentHash) =>
        _recordings.TryGetValue((language, key), out var recording) && string.Equals(recording.ContentHash, contentHash, StringComparison.Ordinal)
            ? recording
            : null;
}
