namespace Twilio.TwiML.Voice;

/// <summary>Goes on with another document; what follows it is never run.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/redirect.</remarks>
public class Redirect : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Redirect(Uri? url = null, Http.HttpMethod? method = null)
        : base("Redirect")
    {
        Url = url;
        Method = method;
    }

    /// <summary>The document the call goes on with.</summary>
    public Uri? Url { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    private protected override string? ElementBody => Url is null ? "" : TwiMLWriter.Url(Url);

    /// <inheritdoc cref="TwiML.Append"/>
    public new Redirect Append(TwiML childElem) => (Redirect)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Redirect SetOption(string key, object value) => (Redirect)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("method", Method);
    }
}
