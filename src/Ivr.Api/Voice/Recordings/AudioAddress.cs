using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Ivr.Voice.Recordings;

/// <summary>The path of a sound, <c>/audio/&lt;language&gt;/&lt;key&gt;.&lt;hash&gt;.wav</c>: with the content the address changes, so both may be kept for ever.</summary>
/// <param name="Language">The language it speaks.</param>
/// <param name="Key">The name of a recording, or <see cref="Announcement"/>.</param>
/// <param name="ContentHash">The hash of its content.</param>
internal readonly record struct AudioAddress(Language Language, string Key, string ContentHash)
{
    /// <summary>Stands instead of a recording's name for what an editor has written for a time.</summary>
    private const string Announcement = "announcement";

    /// <summary>Whether the sound is an announcement, which is in no folder of recordings.</summary>
    public bool IsAnnouncement => string.Equals(Key, Announcement, StringComparison.Ordinal);

    public static AudioAddress OfAnnouncement(Language language, string contentHash) => new(language, Announcement, contentHash);

    /// <summary>Total: any path gives an address, or null.</summary>
    public static AudioAddress? Read(string path) =>
        path.Split('/') is ["", "audio", var code, var file]
        && LanguageCodes.TryParse(code, out var language)
        && file.Split('.') is [.. { Length: > 0 } key, var hash, "wav"]
            ? new AudioAddress(language, string.Join('.', key), hash)
            : null;

    public Uri ToUri() => new($"/audio/{Language.Code()}/{Key}.{ContentHash}.wav", UriKind.Relative);

    /// <summary>The words of the sound; null when no prompt and no announcement has it.</summary>
    public string? WordsIn(PromptLibrary prompts, OpeningHours hours)
    {
        if (!IsAnnouncement)
        {
            return prompts.WordsOf(Language, Key);
        }

        var hash = ContentHash;
        return hours.WrittenIn(Language).FirstOrDefault(text => string.Equals(text.Sound?.ContentHash, hash, StringComparison.Ordinal))?.Words;
    }
}
