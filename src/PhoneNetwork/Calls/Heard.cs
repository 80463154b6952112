namespace Infoline.PhoneNetwork;

/// <summary>Something that is heard at the far end of a call, told when it begins.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it lasts when nothing interrupts it; zero when that is not known.</param>
public abstract record Heard(DateTimeOffset At, TimeSpan Length);

/// <summary>A recording.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="Url">Where it was fetched from.</param>
/// <param name="Name">Its name, derived from the URL by <see cref="PhoneNetworkOptions.RecordingName"/>.</param>
public sealed record Played(DateTimeOffset At, TimeSpan Length, Uri Url, string Name) : Heard(At, Length)
{
    /// <inheritdoc/>
    public override string ToString() => $"hears {Name}";
}

/// <summary>Text read aloud.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it lasts, as estimated from the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Language">The BCP 47 tag asked for.</param>
/// <param name="Voice">The voice asked for.</param>
public sealed record Said(DateTimeOffset At, TimeSpan Length, string Text, string Language, string Voice) : Heard(At, Length)
{
    /// <inheritdoc/>
    public override string ToString() => $"hears \"{Text}\" ({Language}, {Voice})";
}

/// <summary>Keypad tones played to the far end.</summary>
/// <param name="At">When they began.</param>
/// <param name="Length">How long they last.</param>
/// <param name="Digits">The keys.</param>
public sealed record Tones(DateTimeOffset At, TimeSpan Length, string Digits) : Heard(At, Length)
{
    /// <inheritdoc/>
    public override string ToString() => $"hears the tones {Digits}";
}

/// <summary>The end of the call, as the far end notices it.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Status">The call's final status: completed, busy, failed, no-answer or canceled.</param>
public sealed record HungUp(DateTimeOffset At, string Status) : Heard(At, TimeSpan.Zero)
{
    /// <inheritdoc/>
    public override string ToString() => $"the call is over ({Status})";
}

/// <summary>A signal of the network's own: ringing, music, a beep.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it lasts; zero when it goes on until something else is heard.</param>
/// <param name="Kind">Which signal it is.</param>
public sealed record Tone(DateTimeOffset At, TimeSpan Length, ToneKind Kind) : Heard(At, Length)
{
    /// <inheritdoc/>
    public override string ToString() => $"hears {Kind switch { ToneKind.Ringing => "ringing", ToneKind.HoldMusic => "hold music", _ => "a beep" }}";
}

/// <summary>A signal of the network's own.</summary>
public enum ToneKind
{
    /// <summary>The other end rings.</summary>
    Ringing,

    /// <summary>The music that the vendor plays where the application names none.</summary>
    HoldMusic,

    /// <summary>Somebody joined or left a conference, or a recording begins.</summary>
    Beep,
}

/// <summary>Somebody who is connected with this call speaks.</summary>
/// <param name="At">When they began.</param>
/// <param name="Length">How long it takes, as estimated from the words.</param>
/// <param name="Text">What they say.</param>
/// <param name="CallSid">The call on which they are.</param>
public sealed record Spoke(DateTimeOffset At, TimeSpan Length, string Text, string CallSid) : Heard(At, Length)
{
    /// <inheritdoc/>
    public override string ToString() => $"hears somebody say \"{Text}\" (on {CallSid[..8]})";
}
