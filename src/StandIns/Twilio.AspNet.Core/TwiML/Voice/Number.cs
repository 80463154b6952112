using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Dials a telephone number.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/number.</remarks>
public class Number : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Number(
        Types.PhoneNumber? phoneNumber = null,
        string? sendDigits = null,
        Uri? url = null,
        Http.HttpMethod? method = null,
        IEnumerable<Number.EventEnum>? statusCallbackEvent = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null,
        string? byoc = null,
        string? machineDetection = null,
        Http.HttpMethod? amdStatusCallbackMethod = null,
        string? amdStatusCallback = null,
        int? machineDetectionTimeout = null,
        int? machineDetectionSpeechThreshold = null,
        int? machineDetectionSpeechEndThreshold = null,
        int? machineDetectionSilenceTimeout = null)
        : base("Number")
    {
        PhoneNumber = phoneNumber;
        SendDigits = sendDigits;
        Url = url;
        Method = method;
        StatusCallbackEvent = statusCallbackEvent;
        StatusCallback = statusCallback;
        StatusCallbackMethod = statusCallbackMethod;
        Byoc = byoc;
        MachineDetection = machineDetection;
        AmdStatusCallbackMethod = amdStatusCallbackMethod;
        AmdStatusCallback = amdStatusCallback;
        MachineDetectionTimeout = machineDetectionTimeout;
        MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold;
        MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold;
        MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout;
    }

    public Types.PhoneNumber? PhoneNumber { get; set; }

    /// <summary>Keys to play once the number has answered.</summary>
    public string? SendDigits { get; set; }

    /// <summary>A document run on the dialled leg before the two are connected.</summary>
    public Uri? Url { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    public IEnumerable<EventEnum>? StatusCallbackEvent { get; set; }

    /// <summary>Where the chosen events are sent.</summary>
    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    public string? Byoc { get; set; }

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

    private protected override string? ElementBody => PhoneNumber is null ? "" : PhoneNumber.ToString();

    /// <inheritdoc cref="TwiML.Append"/>
    public new Number Append(TwiML childElem) => (Number)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Number SetOption(string key, object value) => (Number)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("sendDigits", SendDigits);
        writer.Attribute("url", Url);
        writer.Attribute("method", Method);
        writer.Attribute("statusCallbackEvent", StatusCallbackEvent);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Attribute("statusCallbackMethod", StatusCallbackMethod);
        writer.Attribute("byoc", Byoc);
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
