using Infoline.Prompts.Recordings;

namespace Infoline.Prompts;

/// <summary>What an editor has a prompt say instead of what the folder of recordings says.</summary>
/// <param name="Texts">The text in each language; in a draft one may be empty.</param>
public sealed record PromptEdit(IReadOnlyDictionary<Language, EditedText> Texts)
{
    /// <summary>The words in a language; empty where there are none yet.</summary>
    public string Words(Language language) => Texts.TryGetValue(language, out var text) ? text.Words : "";

    /// <summary>The recordings that were made for a language.</summary>
    public IReadOnlyDictionary<string, PromptSound> Sounds(Language language) => Texts.TryGetValue(language, out var text) ? text.Sounds : EditedText.NoSounds;

    /// <summary>The same with another text in one language.</summary>
    public PromptEdit With(Language language, EditedText text) => new(new Dictionary<Language, EditedText>(Texts) { [language] = text });
}

/// <summary>A text of an editor in one language.</summary>
/// <param name="Words">What is said, with its placeholders.</param>
/// <param name="Sounds">Recordings made for it, by the keys of <see cref="Clip.Key"/>. One that says other words than the text by now is not played; what has none is said by a synthetic voice, unless the folder's own recording says the same words.</param>
public sealed record EditedText(string Words, IReadOnlyDictionary<string, PromptSound> Sounds)
{
    internal static readonly IReadOnlyDictionary<string, PromptSound> NoSounds = new Dictionary<string, PromptSound>(StringComparer.Ordinal);

    /// <summary>A text that nobody has spoken yet.</summary>
    public EditedText(string words)
        : this(words, NoSounds)
    {
    }
}

/// <summary>A recording that is in no folder: a WAV file that says itself who speaks.</summary>
/// <param name="ContentHash">Sixteen hexadecimal digits of the SHA-256 of <paramref name="Wav"/>.</param>
/// <param name="Says">The words that it says.</param>
/// <param name="Wav">The file.</param>
public sealed record PromptSound(string ContentHash, string Says, ReadOnlyMemory<byte> Wav)
{
    /// <summary>The recording; null when the bytes are not one.</summary>
    public Recording? Open() => Open(ContentHash, Wav);

    /// <inheritdoc cref="Open()"/>
    public static Recording? Open(string contentHash, ReadOnlyMemory<byte> wav) =>
        WavFile.Read(wav) is WavReading.Readable { File: var file } && StoredSound.Has(file.Format)
            ? new Recording.InMemory(wav, contentHash, file.Length, RecordingNotes.Read(file.Notes)?.Origin ?? RecordingOrigin.Human)
            : null;
}
