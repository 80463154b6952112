using System.Collections.Frozen;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts;

/// <summary>
/// What callers hear: the catalogue of texts, the grammar that puts values into them, and the recordings found on disk.
/// An immutable snapshot, safe for any number of threads; what an editor changes is another one.
/// </summary>
public sealed class PromptLibrary
{
    /// <summary>The name under which the music of the queue is served.</summary>
    internal const string MusicKey = "music.waiting";

    private readonly FrozenDictionary<PromptKey, Prompt> _prompts;
    private readonly FrozenDictionary<(Language Language, string Key), Recording> _recordings;

    private readonly PromptCatalogue _catalogue;
    private readonly Lazy<FrozenDictionary<(Language Language, string Key), string>> _words;

    private PromptLibrary(PromptCatalogue catalogue, FrozenDictionary<(Language Language, string Key), Recording> recordings)
    {
        _catalogue = catalogue;
        _prompts = catalogue.Prompts.ToFrozenDictionary();
        _recordings = recordings;
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

    /// <summary>The texts with what a voice needs to read them.</summary>
    internal PromptCatalogue Catalogue => _catalogue;

    /// <summary>
    /// The same library with the texts of an editor. What cannot be used, because the catalogue does not have the prompt or asks for other
    /// values by now, is left out.
    /// </summary>
    public PromptLibrary With(IReadOnlyDictionary<PromptKey, PromptEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var prompts = new Dictionary<PromptKey, Prompt>(_catalogue.Prompts);
        var recordings = new Dictionary<(Language Language, string Key), Recording>(_recordings);
        foreach (var (key, edit) in edits)
        {
            if (!_prompts.TryGetValue(key, out var before) || Wordings.Read(before, edit) is not { Faults: [], Templates: var templates })
                continue;
            var prompt = prompts[key] = before.Saying(templates);
            foreach (var language in LanguageCodes.All)
                Record(recordings, language, before, prompt, edit.Sounds(language));
        }

        return new PromptLibrary(_catalogue with { Prompts = prompts }, recordings.ToFrozenDictionary());
    }

    /// <summary>A recording goes on to be played as long as it says the words of its segment.</summary>
    private void Record(
        Dictionary<(Language Language, string Key), Recording> recordings, Language language, Prompt before, Prompt prompt, IReadOnlyDictionary<string, PromptSound> sounds)
    {
        var spoken = RecordingPlan.SegmentsOf(_catalogue, before, language).ToDictionary(planned => planned.Key, planned => planned.Text, StringComparer.Ordinal);
        foreach (var key in spoken.Keys)
            recordings.Remove((language, key));
        var words = prompt.Written(language).Segments.Select(segment => segment.Text);
        foreach (var (planned, says) in RecordingPlan.SegmentsOf(_catalogue, prompt, language).Zip(words))
        {
            if (sounds.TryGetValue(planned.Key, out var sound) && string.Equals(sound.Says, says, StringComparison.Ordinal) && sound.Open() is { } made)
                recordings[(language, planned.Key)] = made;
            else if (string.Equals(spoken.GetValueOrDefault(planned.Key), planned.Text, StringComparison.Ordinal) && _recordings.TryGetValue((language, planned.Key), out var old))
                recordings[(language, planned.Key)] = old;
        }
    }

    /// <summary>Whether the catalogue has the prompt.</summary>
    public bool Contains(PromptKey key) => _prompts.ContainsKey(key);

    /// <summary>The prompt with its texts and facts.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such prompt.</exception>
    public Prompt Find(PromptKey key) =>
        _prompts.TryGetValue(key, out var prompt) ? prompt : throw new KeyNotFoundException($"The catalogue has no prompt '{key}'.");

    /// <summary>The source of this id, as <see cref="Fact.Sources"/> names it; null when there is none.</summary>
    public FactSource? SourceOf(string id) => _catalogue.Sources.GetValueOrDefault(id);

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

    /// <summary>The recording of a clip; null where there is none.</summary>
    internal Recording? RecordingOf(Language language, string key) => _recordings.GetValueOrDefault((language, key));

    /// <summary>The recordings of a prompt's own words in one language, in order, without those of the values put into it.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such prompt.</exception>
    public IReadOnlyList<Clip> Segments(Language language, PromptKey key)
    {
        var template = Find(key).Written(language);
        return
        [
            .. from segment in template.Segments
               let name = RecordingKeys.Of(key, template, segment)
               select new Clip(name, language, segment.Text, RecordingOf(language, name)),
        ];
    }

    /// <summary>The recording of a clip, if its file still has this content; null otherwise.</summary>
    /// <param name="language">The language of the recording.</param>
    /// <param name="key">The clip's key.</param>
    /// <param name="contentHash">The hash of the file's bytes, as in <see cref="Recording.ContentHash"/>.</param>
    public Recording? FindByHash(Language language, string key, string contentHash) =>
        _recordings.TryGetValue((language, key), out var recording) && string.Equals(recording.ContentHash, contentHash, StringComparison.Ordinal)
            ? recording
            : null;
}
