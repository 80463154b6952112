namespace Infoline.Prompts.Hours;

/// <summary>An announcement that every caller hears before the menu while it runs.</summary>
public abstract record Announcement
{
    private Announcement(DateTime from, DateTime until) => (From, Until) = (from, until);

    /// <summary>The local minute from which it is played, in the time zone of the hours.</summary>
    public DateTime From { get; init; }

    /// <summary>The local minute from which it is no longer played.</summary>
    public DateTime Until { get; init; }

    /// <summary>Whether it is played at a local moment.</summary>
    public bool RunsAt(DateTime local) => From <= local && local < Until;

    /// <summary>A prompt of the catalogue.</summary>
    /// <param name="Prompt">What is played.</param>
    /// <param name="From">The local minute from which it is played.</param>
    /// <param name="Until">The local minute from which it is no longer played.</param>
    public sealed record Catalogued(PromptKey Prompt, DateTime From, DateTime Until) : Announcement(From, Until);

    /// <summary>Words that an editor wrote for this occasion.</summary>
    /// <param name="Texts">What is said in each language of the line; all of them are there.</param>
    /// <param name="From">The local minute from which it is played.</param>
    /// <param name="Until">The local minute from which it is no longer played.</param>
    public sealed record Written(IReadOnlyDictionary<Language, AnnouncementText> Texts, DateTime From, DateTime Until) : Announcement(From, Until);
}

/// <summary>An announcement in one language.</summary>
/// <param name="Words">What is said.</param>
/// <param name="Sound">The same as audio; null where no voice was at hand, so that the network's own voice says the words.</param>
public sealed record AnnouncementText(string Words, AnnouncementSound? Sound = null);

/// <summary>An announcement as audio. It is kept in memory, because it has no place in the folder of recordings.</summary>
/// <param name="ContentHash">Sixteen hexadecimal digits of the SHA-256 of <paramref name="Wav"/>.</param>
/// <param name="Wav">A WAV file in the form that the telephone network plays: 8 kHz, mono, mu-law.</param>
public sealed record AnnouncementSound(string ContentHash, ReadOnlyMemory<byte> Wav);
