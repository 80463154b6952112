using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Records the caller.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/record.</remarks>
public class Record : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Record(
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        string? finishOnKey = null,
        int? maxLength = null,
        bool? playBeep = null,
        Record.TrimEnum? trim = null,
        Uri? recordingStatusCallback = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<Record.RecordingEventEnum>? recordingStatusCallbackEvent = null,
        bool? transcribe = null,
        Uri? transcribeCallback = null,
        string? recordingConfigurationId = null)
        : base("Record")
    {
        Action = action;
        Method = method;
        Timeout = timeout;
        FinishOnKey = finishOnKey;
        MaxLength = maxLength;
        PlayBeep = playBeep;
        Trim = trim;
        RecordingStatusCallback = recordingStatusCallback;
        RecordingStatusCallbackMethod = recordingStatusCallbackMethod;
        RecordingStatusCallbackEvent = recordingStatusCallbackEvent;
        Transcribe = transcribe;
        TranscribeCallback = transcribeCallback;
        RecordingConfigurationId = recordingConfigurationId;
    }

    /// <summary>Where the result is posted and where the call goes on; omitted: the URL of this document.</summary>
    public Uri? Action { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    /// <summary>Seconds of silence that end the recording; 5 when omitted.</summary>
    public int? Timeout { get; set; }

    /// <summary>Keys that end the answer; <c>#</c> when omitted, none when empty.</summary>
    public string? FinishOnKey { get; set; }

    /// <summary>Longest recording in seconds; 3600 when omitted.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Whether a tone precedes the recording; true when omitted.</summary>
    public bool? PlayBeep { get; set; }

    public TrimEnum? Trim { get; set; }

    public Uri? RecordingStatusCallback { get; set; }

    public Http.HttpMethod? RecordingStatusCallbackMethod { get; set; }

    public IEnumerable<RecordingEventEnum>? RecordingStatusCallbackEvent { get; set; }

    public bool? Transcribe { get; set; }

    public Uri? TranscribeCallback { get; set; }

    public string? RecordingConfigurationId { get; set; }

    /// <inheritdoc cref="TwiML.Append"/>
    public new Record Append(TwiML childElem) => (Record)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Record SetOption(string key, object value) => (Record)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("action", Action);
        writer.Attribute("method", Method);
        writer.Attribute("timeout", Timeout);
        writer.Attribute("finishOnKey", FinishOnKey);
        writer.Attribute("maxLength", MaxLength);
        writer.Attribute("playBeep", PlayBeep);
        writer.Attribute("trim", Trim);
        writer.Attribute("recordingStatusCallback", RecordingStatusCallback);
        writer.Attribute("recordingStatusCallbackMethod", RecordingStatusCallbackMethod);
        writer.Attribute("recordingStatusCallbackEvent", RecordingStatusCallbackEvent);
        writer.Attribute("transcribe", Transcribe);
        writer.Attribute("transcribeCallback", TranscribeCallback);
        writer.Attribute("recordingConfigurationId", RecordingConfigurationId);
    }

    /// <summary>Whether silence at both ends of the recording is cut.</summary>
    public sealed class TrimEnum : StringEnum
    {
        public static readonly TrimEnum TrimSilence = new("trim-silence");
        public static readonly TrimEnum DoNotTrim = new("do-not-trim");

        public TrimEnum()
        {
        }

        private TrimEnum(string value)
            : base(value)
        {
        }

        public static implicit operator TrimEnum(string value) => new(value);
    }

    /// <summary>A step of the recording that <c>recordingStatusCallback</c> is told of.</summary>
    public sealed class RecordingEventEnum : StringEnum
    {
        public static readonly RecordingEventEnum InProgress = new("in-progress");
        public static readonly RecordingEventEnum Completed = new("completed");
        public static readonly RecordingEventEnum Absent = new("absent");

        public RecordingEventEnum()
        {
        }

        private RecordingEventEnum(string value)
            : base(value)
        {
        }

        public static implicit operator RecordingEventEnum(string value) => new(value);
    }
}
