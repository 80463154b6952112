namespace Twilio.TwiML.Voice;

/// <summary>Plays an audio file or tones.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/play.</remarks>
public class Play : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Play(Uri? url = null, int? loop = null, string? digits = null)
        : base("Play")
    {
        Url = url;
        Loop = loop;
        Digits = digits;
    }

    /// <summary>The audio file.</summary>
    public Uri? Url { get; set; }

    /// <summary>How many times it is played; 0 means until the caller hangs up (at most 1000).</summary>
    public int? Loop { get; set; }

    /// <summary>Keys to play as tones; <c>w</c> waits half a second.</summary>
    public string? Digits { get; set; }

    private protected override string? ElementBody => Url is null ? "" : TwiMLWriter.Url(Url);

    /// <inheritdoc cref="TwiML.Append"/>
    public new Play Append(TwiML childElem) => (Play)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Play SetOption(string key, object value) => (Play)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("loop", Loop);
        writer.Attribute("digits", Digits);
    }
}
