namespace Twilio.TwiML.Voice;

/// <summary>The softphone to ring, when <see cref="Client"/> also carries parameters.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/identity.</remarks>
public class Identity : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Identity(string? clientIdentity = null)
        : base("Identity")
    {
        ClientIdentity = clientIdentity;
    }

    public string? ClientIdentity { get; set; }

    private protected override string? ElementBody => ClientIdentity ?? "";

    /// <inheritdoc cref="TwiML.Append"/>
    public new Identity Append(TwiML childElem) => (Identity)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Identity SetOption(string key, object value) => (Identity)base.SetOption(key, value);
}
