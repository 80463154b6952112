using Infoline.Prompts.Recordings;

namespace Infoline.Prompts;

/// <summary>One stretch of what a caller hears: a whole prompt, a segment of one, or a piece that the grammar put in.</summary>
/// <param name="Key">The name of the recording: a prompt's key, <c>&lt;key&gt;.1</c> for a segment, <c>piece.*</c> for a piece.</param>
/// <param name="Language">The caller's language.</param>
/// <param name="Text">The words, for a synthetic voice when there is no recording, and for captions.</param>
/// <param name="Recording">The audio; null where there is none yet, so that the host says <paramref name="Text"/>.</param>
public sealed record Clip(string Key, Language Language, string Text, Recording? Recording);

/// <summary>Audio of a prompt.</summary>
public abstract record Recording
{
    private Recording(string contentHash, TimeSpan length, RecordingOrigin origin) => (ContentHash, Length, Origin) = (contentHash, length, origin);

    /// <summary>Sixteen hexadecimal digits of the SHA-256 of the file's bytes: it changes when the file does.</summary>
    public string ContentHash { get; }

    /// <summary>How long it plays.</summary>
    public TimeSpan Length { get; }

    /// <summary>Who speaks.</summary>
    public RecordingOrigin Origin { get; }

    /// <summary>False when its file has gone since it was found.</summary>
    public abstract bool IsThere { get; }

    /// <summary>The audio in the form that the telephone network plays: a WAV file, 8 kHz, mono, mu-law.</summary>
    /// <exception cref="IOException">The file is gone or no longer a recording.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        StoredSound.ForTheNetwork(await StoredAsync(cancellationToken)) ?? throw new IOException("The file is not a recording.");

    /// <summary>The file as it is kept.</summary>
    internal abstract ValueTask<ReadOnlyMemory<byte>> StoredAsync(CancellationToken cancellationToken);

    /// <summary>A file of the folder of recordings.</summary>
    internal sealed record OnDisk(string Path, string ContentHash, TimeSpan Length, RecordingOrigin Origin) : Recording(ContentHash, Length, Origin)
    {
        public override bool IsThere => File.Exists(Path);

        internal override async ValueTask<ReadOnlyMemory<byte>> StoredAsync(CancellationToken cancellationToken) => await File.ReadAllBytesAsync(Path, cancellationToken);
    }

    /// <summary>A recording that an editor has had made, which no folder holds.</summary>
    internal sealed record InMemory(ReadOnlyMemory<byte> Wav, string ContentHash, TimeSpan Length, RecordingOrigin Origin) : Recording(ContentHash, Length, Origin)
    {
        public override bool IsThere => true;

        internal override ValueTask<ReadOnlyMemory<byte>> StoredAsync(CancellationToken cancellationToken) => new(Wav);
    }
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
