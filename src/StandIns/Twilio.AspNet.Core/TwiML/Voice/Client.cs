using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Rings a softphone.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/client.</remarks>
public class Client : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Client(
        string? identity = null,
        Uri? url = null,
        Http.HttpMethod? method = null,
        IEnumerable<Client.EventEnum>? statusCallbackEvent = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null)
        : base("Client")
    {
        IdentityAttribute = identity;
        Url = url;
        Method = method;
        StatusCallbackEvent = statusCallbackEvent;
        StatusCallback = statusCallback;
        StatusCallbackMethod = statusCallbackMethod;
    }

    public string? IdentityAttribute { get; set; }

    /// <summary>A document run on the dialled leg before the two are connected.</summary>
    public Uri? Url { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    public IEnumerable<EventEnum>? StatusCallbackEvent { get; set; }

    /// <summary>Where the chosen events are sent.</summary>
    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    private protected override string? ElementBody => IdentityAttribute ?? "";

    /// <summary>The softphone to ring, when <see cref="Client"/> also carries parameters. Gives back this element.</summary>
    public Client Identity(string? clientIdentity = null) => Append(new Identity(clientIdentity));

    /// <summary>A name and a value handed to the softphone or to the rejected side. Gives back this element.</summary>
    public Client Parameter(string? name = null, string? value = null) => Append(new Parameter(name, value));

    /// <inheritdoc cref="TwiML.Append"/>
    public new Client Append(TwiML childElem) => (Client)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Client SetOption(string key, object value) => (Client)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("url", Url);
        writer.Attribute("method", Method);
        writer.Attribute("statusCallbackEvent", StatusCallbackEvent);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Attribute("statusCallbackMethod", StatusCallbackMethod);
    }

    /// <summary>A step of the outgoing call that <c>statusCallback</c> is told of.</summary>
    public sealed class EventEnum : StringEnum
    {
        public static readonly EventEnum Initiated = new("initiated");
        public static readonly EventEnum Ringing = new("ringing");
        public static readonly EventEnum Answered = new("answered");
        public static readonly EventEnum Completed = new("completed");

        public EventEnum()
        {
        }

        private EventEnum(string value)
            : base(value)
        {
        }

        public static implicit operator EventEnum(string value) => new(value);
    }
}
