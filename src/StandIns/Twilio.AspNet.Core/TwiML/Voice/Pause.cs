namespace Twilio.TwiML.Voice;

/// <summary>Waits in silence.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/pause.</remarks>
public class Pause : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Pause(int? length = null)
        : base("Pause")
    {
        Length = length;
    }

    /// <summary>Seconds; 1 when omitted.</summary>
    public int? Length { get; set; }

    /// <inheritdoc cref="TwiML.Append"/>
    public new Pause Append(TwiML childElem) => (Pause)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Pause SetOption(string key, object value) => (Pause)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("length", Length);
    }
}
