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
