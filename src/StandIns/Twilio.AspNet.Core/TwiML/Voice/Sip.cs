using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Dials a SIP address.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/sip.</remarks>
public class Sip : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Sip(
        Uri? sipUrl = null,
        string? username = null,
        string? password = null,
        Uri? url = null,
        Http.HttpMethod? method = null,
        IEnumerable<Sip.EventEnum>? statusCallbackEvent = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null,
        string? machineDetection = null,
        Http.HttpMethod? amdStatusCallbackMethod = null,
        string? amdStatusCallback = null,
        int? machineDetectionTimeout = null,
        int? machineDetectionSpeechThreshold = null,
        int? machineDetectionSpeechEndThreshold = null,
        int? machineDetectionSilenceTimeout = null)
        : base("Sip")
    {
        SipUrl = sipUrl;
        Username = username;
        Password = password;
        Url = url;
        Method = method;
        StatusCallbackEvent = statusCallbackEvent;
        StatusCallback = statusCallback;
        StatusCallbackMethod = statusCallbackMethod;
        MachineDetection = machineDetection;
        AmdStatusCallbackMethod = amdStatusCallbackMethod;
        AmdStatusCallback = amdStatusCallback;
        MachineDetectionTimeout = machineDetectionTimeout;
        MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold;
        MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold;
        MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout;
    }

    public Uri? SipUrl { get; set; }

    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>A document run on the dialled leg before the two are connected.</summary>
    public Uri? Url { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    public IEnumerable<EventEnum>? StatusCallbackEvent { get; set; }

    /// <summary>Where the chosen events are sent.</summary>
    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    public string? MachineDetection { get; set; }

    public Http.HttpMethod? AmdStatusCallbackMethod { get; set; }

    public string? AmdStatusCallback { get; set; }

    /// <summary>Seconds to decide whether a machine answered.</summary>
    public int? MachineDetectionTimeout { get; set; }

    /// <summary>Milliseconds.</summary>
    public int? MachineDetectionSpeechThreshold { get; set; }

    /// <summary>Milliseconds.</summary>
    public int? MachineDetectionSpeechEndThreshold { get; set; }

    /// <summary>Milliseconds.</summary>
    public int? MachineDetectionSilenceTimeout { get; set; }

    private protected override string? ElementBody => SipUrl is null ? "" : TwiMLWriter.Url(SipUrl);

    /// <inheritdoc cref="TwiML.Append"/>
    public new Sip Append(TwiML childElem) => (Sip)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Sip SetOption(string key, object value) => (Sip)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("username", Username);
        writer.Attribute("password", Password);
        writer.Attribute("url", Url);
        writer.Attribute("method", Method);
        writer.Attribute("statusCallbackEvent", StatusCallbackEvent);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Attribute("statusCallbackMethod", StatusCallbackMethod);
        writer.Attribute("machineDetection", MachineDetection);
        writer.Attribute("amdStatusCallbackMethod", AmdStatusCallbackMethod);
        writer.Attribute("amdStatusCallback", AmdStatusCallback);
        writer.Attribute("machineDetectionTimeout", MachineDetectionTimeout);
        writer.Attribute("machineDetectionSpeechThreshold", MachineDetectionSpeechThreshold);
        writer.Attribute("machineDetectionSpeechEndThreshold", MachineDetectionSpeechEndThreshold);
        writer.Attribute("machineDetectionSilenceTimeout", MachineDetectionSilenceTimeout);
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
