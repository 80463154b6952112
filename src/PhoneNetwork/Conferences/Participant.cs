namespace Infoline.PhoneNetwork.Conferences;

/// <summary>One call in a conference, or on its way into it.</summary>
internal sealed class Participant(Call call, ConferenceEntry entry)
{
    public Call Call => call;

    public ConferenceEntry Entry => entry;

    public string Label => entry.Label;

    /// <summary>When it came in; null while it is still being called.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool Muted { get; set; } = entry.Muted;

    public bool OnHold { get; set; }

    public WaitMusic HoldMusic { get; set; } = WaitMusic.Vendors;

    public bool BeepOnExit { get; set; } = entry.BeepOnExit;

    public bool EndsOnExit { get; set; } = entry.EndOnExit;

    public WaitMusic Wait { get; set; } = entry.Wait;

    /// <summary>The call that alone hears this one; null when everybody does.</summary>
    public string? Coaches { get; set; } = entry.Coaches;

    /// <summary>What it shall hear now instead of the others, until that changes; null when it hears them.</summary>
    public WaitMusic? Music { get; set; }

    /// <summary>Whether <paramref name="other"/> hears this participant.</summary>
    public bool IsHeardBy(Participant other) =>
        other != this && !Muted && !OnHold && !other.OnHold && (Coaches is null || Coaches == other.Call.Sid);
}
