namespace Twilio.TwiML.Voice;

/// <summary>Ends the call.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/hangup.</remarks>
public class Hangup : TwiML
{
    /// <summary>The verb; it has no attributes.</summary>
    public Hangup()
        : base("Hangup")
    {
    }

    /// <summary>A name and a value handed to the softphone or to the rejected side. Gives back this element.</summary>
    public Hangup Parameter(string? name = null, string? value = null) => Append(new Parameter(name, value));

    /// <inheritdoc cref="TwiML.Append"/>
    public new Hangup Append(TwiML childElem) => (Hangup)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Hangup SetOption(string key, object value) => (Hangup)base.SetOption(key, value);
}
