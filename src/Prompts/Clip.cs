using Infoline.Prompts.Recordings;

namespace Infoline.Prompts;

/// <summary>One stretch of what a caller hears: a whole prompt, a segment of one, or a piece that the grammar put in.</summary>
/// <param name="Key">The name of the recording: a prompt's key, <c>&lt;key&gt;.1</c> for a segment, <c>piece.*</c> for a piece.</param>
/// <param name="Language">The caller's language.</param>
/// <param name="Text">The words, for a synthetic voice when there is no recording, and for captions.</param>
/// <param name="Recording">The audio; null where there is none yet, so that the host says <paramref name="Text"/>.</param>
public sealed record Clip(string Key, Language Language, string Text, Recording? Recording);

/// <summary>An audio file of the folder of recordings.</summary>
/// <param name="Path">The full path of the file as it rests on disk; what is played comes from <see cref="ReadAsync"/>.</param>
/// <param name="ContentHash">Sixteen hexadecimal digits of the SHA-256 of the file's bytes: it changes when the file does.</param>
/// <param name="Length">How long it plays.</param>
/// <param name="Origin">Who speaks.</param>
public sealed record Recording(string Path, string ContentHash, TimeSpan Length, RecordingOrigin Origin)
{
    /// <summary>The audio in the form that the telephone network plays: a WAV file, 8 kHz, mono, mu-law.</summary>
    /// <exception cref="IOException">The file is gone or no longer a recording.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        StoredSound.ForTheNetwork(await File.ReadAllBytesAsync(Path, cancellationToken)) ?? throw new IOException($"{Path} is not a recording.");
}

/// <summary>Who speaks in a recording, from the best to the one that is replaced first.</summary>
public enum RecordingOrigin
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>A neural voice.</summary>
    Neural,

    /// <summary>The simple synthetic voice that stands in until a better recording is made.</summary>
    Demo,
}
