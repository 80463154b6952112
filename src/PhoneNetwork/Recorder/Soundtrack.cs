using Infoline.PhoneNetwork.Media;

namespace Infoline.PhoneNetwork;

/// <summary>One sound on a call.</summary>
/// <param name="Sound">What it is and when it began.</param>
/// <param name="Clip">Its audio; null when it has none of its own.</param>
internal sealed record SoundtrackEntry(Heard Sound, MediaClip? Clip)
{
    /// <summary>When it was interrupted; null when it was not.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
}

/// <summary>Every sound on one call with its time, so that it can be rendered later.</summary>
internal sealed class Soundtrack
{
    private readonly Lock _gate = new();
    private readonly List<SoundtrackEntry> _entries = [];

    public IReadOnlyList<SoundtrackEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    public void Add(Heard sound, MediaClip? clip = null)
    {
        lock (_gate)
            _entries.Add(new SoundtrackEntry(sound, clip));
    }

    /// <summary>What the network plays stops; voices of people do not.</summary>
    public void Stop(DateTimeOffset now)
    {
        lock (_gate)
        {
            for (var i = _entries.Count - 1; i >= 0; i--)
            {
                var entry = _entries[i];
                if (entry.Sound is Spoke)
                    continue;
                if (entry.StoppedAt is not null)
                    return;
                if (entry.Sound.Length == TimeSpan.Zero || entry.Sound.At + entry.Sound.Length > now)
                    entry.StoppedAt = now;
                return;
            }
        }
    }
}
