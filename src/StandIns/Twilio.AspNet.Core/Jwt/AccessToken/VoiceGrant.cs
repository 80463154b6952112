namespace Twilio.Jwt.AccessToken;

/// <summary>Lets a softphone of the Voice SDK take calls and place them.</summary>
public class VoiceGrant : IGrant
{
    /// <summary>Whether calls to <c>client:identity</c> ring it.</summary>
    public bool IncomingAllow { get; set; }

    /// <summary>The TwiML application that its own calls ask for instructions.</summary>
    public string? OutgoingApplicationSid { get; set; }

    /// <summary>Parameters that its calls bring to the application, whatever the softphone says.</summary>
    public Dictionary<string, string>? OutgoingApplicationParams { get; set; }

    /// <summary>How a telephone that sleeps is woken.</summary>
    public string? PushCredentialSid { get; set; }

    public string? EndpointId { get; set; }

    /// <inheritdoc/>
    public string Key => "voice";

    /// <inheritdoc/>
    public object Payload
    {
        get
        {
            var payload = new Dictionary<string, object>(StringComparer.Ordinal);
            if (IncomingAllow)
                payload["incoming"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["allow"] = true };
            if (OutgoingApplicationSid is not null)
                payload["outgoing"] = Outgoing(OutgoingApplicationSid);
            if (PushCredentialSid is not null)
                payload["push_credential_sid"] = PushCredentialSid;
            if (EndpointId is not null)
                payload["endpoint_id"] = EndpointId;
            return payload;
        }
    }

    private Dictionary<string, object> Outgoing(string application)
    {
        var outgoing = new Dictionary<string, object>(StringComparer.Ordinal) { ["application_sid"] = application };
        if (OutgoingApplicationParams is not null)
            outgoing["params"] = OutgoingApplicationParams;
        return outgoing;
    }
}
