using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Puts the call into a conference room.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/conference.</remarks>
public class Conference : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Conference(
        string? name = null,
        bool? muted = null,
        Conference.BeepEnum? beep = null,
        bool? startConferenceOnEnter = null,
        bool? endConferenceOnExit = null,
        Uri? waitUrl = null,
        Http.HttpMethod? waitMethod = null,
        int? maxParticipants = null,
        Conference.RecordEnum? record = null,
        string? recordingConfigurationId = null,
        Conference.RegionEnum? region = null,
        string? coach = null,
        Conference.TrimEnum? trim = null,
        IEnumerable<Conference.EventEnum>? statusCallbackEvent = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null,
        Uri? recordingStatusCallback = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<Conference.RecordingEventEnum>? recordingStatusCallbackEvent = null,
        Uri? eventCallbackUrl = null,
        Conference.JitterBufferSizeEnum? jitterBufferSize = null,
        string? participantLabel = null)
        : base("Conference")
    {
        Name = name;
        Muted = muted;
        Beep = beep;
        StartConferenceOnEnter = startConferenceOnEnter;
        EndConferenceOnExit = endConferenceOnExit;
        WaitUrl = waitUrl;
        WaitMethod = waitMethod;
        MaxParticipants = maxParticipants;
        Record = record;
        RecordingConfigurationId = recordingConfigurationId;
        Region = region;
        Coach = coach;
        Trim = trim;
        StatusCallbackEvent = statusCallbackEvent;
        StatusCallback = statusCallback;
        StatusCallbackMethod = statusCallbackMethod;
        RecordingStatusCallback = recordingStatusCallback;
        RecordingStatusCallbackMethod = recordingStatusCallbackMethod;
        RecordingStatusCallbackEvent = recordingStatusCallbackEvent;
        EventCallbackUrl = eventCallbackUrl;
        JitterBufferSize = jitterBufferSize;
        ParticipantLabel = participantLabel;
    }

    public string? Name { get; set; }

    /// <summary>Whether the participant starts unable to speak.</summary>
    public bool? Muted { get; set; }

    public BeepEnum? Beep { get; set; }

    /// <summary>Whether this participant starts the conference; true when omitted.</summary>
    public bool? StartConferenceOnEnter { get; set; }

    /// <summary>Whether the conference ends when this participant leaves; false when omitted.</summary>
    public bool? EndConferenceOnExit { get; set; }

    /// <summary>What is heard while alone in the conference; an <see cref="EmptyUri"/> is silence.</summary>
    public Uri? WaitUrl { get; set; }

    public Http.HttpMethod? WaitMethod { get; set; }

    /// <summary>2 to 250; 250 when omitted.</summary>
    public int? MaxParticipants { get; set; }

    public RecordEnum? Record { get; set; }

    public string? RecordingConfigurationId { get; set; }

    public RegionEnum? Region { get; set; }

    /// <summary>SID of the call that alone hears this participant.</summary>
    public string? Coach { get; set; }

    public TrimEnum? Trim { get; set; }

    public IEnumerable<EventEnum>? StatusCallbackEvent { get; set; }

    /// <summary>Where the chosen events are sent.</summary>
    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    public Uri? RecordingStatusCallback { get; set; }

    public Http.HttpMethod? RecordingStatusCallbackMethod { get; set; }

    public IEnumerable<RecordingEventEnum>? RecordingStatusCallbackEvent { get; set; }

    public Uri? EventCallbackUrl { get; set; }

    public JitterBufferSizeEnum? JitterBufferSize { get; set; }

    /// <summary>A name for the participant, unique in the conference, at most 128 characters.</summary>
    public string? ParticipantLabel { get; set; }

    private protected override string? ElementBody => Name ?? "";

    /// <inheritdoc cref="TwiML.Append"/>
    public new Conference Append(TwiML childElem) => (Conference)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Conference SetOption(string key, object value) => (Conference)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("muted", Muted);
        writer.Attribute("beep", Beep);
        writer.Attribute("startConferenceOnEnter", StartConferenceOnEnter);
        writer.Attribute("endConferenceOnExit", EndConferenceOnExit);
        writer.Attribute("waitUrl", WaitUrl);
        writer.Attribute("waitMethod", WaitMethod);
        writer.Attribute("maxParticipants", MaxParticipants);
        writer.Attribute("record", Record);
        writer.Attribute("recordingConfigurationId", RecordingConfigurationId);
        writer.Attribute("region", Region);
        writer.Attribute("coach", Coach);
        writer.Attribute("trim", Trim);
        writer.Attribute("statusCallbackEvent", StatusCallbackEvent);
        writer.Attribute("statusCallback", StatusCallback);
        writer.Attribute("statusCallbackMethod", StatusCallbackMethod);
        writer.Attribute("recordingStatusCallback", RecordingStatusCallback);
        writer.Attribute("recordingStatusCallbackMethod", RecordingStatusCallbackMethod);
        writer.Attribute("recordingStatusCallbackEvent", RecordingStatusCallbackEvent);
        writer.Attribute("eventCallbackUrl", EventCallbackUrl);
        writer.Attribute("jitterBufferSize", JitterBufferSize);
        writer.Attribute("participantLabel", ParticipantLabel);
    }

    /// <summary>When a tone is heard.</summary>
    public sealed class BeepEnum : StringEnum
    {
        public static readonly BeepEnum True = new("true");
        public static readonly BeepEnum False = new("false");
        public static readonly BeepEnum Onenter = new("onEnter");
        public static readonly BeepEnum Onexit = new("onExit");

        public BeepEnum()
        {
        }

        private BeepEnum(string value)
            : base(value)
        {
        }

        public static implicit operator BeepEnum(string value) => new(value);
    }

    /// <summary>Whether the conference is recorded.</summary>
    public sealed class RecordEnum : StringEnum
    {
        public static readonly RecordEnum DoNotRecord = new("do-not-record");
        public static readonly RecordEnum RecordFromStart = new("record-from-start");

        public RecordEnum()
        {
        }

        private RecordEnum(string value)
            : base(value)
        {
        }

        public static implicit operator RecordEnum(string value) => new(value);
    }

    /// <summary>Where the audio is mixed.</summary>
    public sealed class RegionEnum : StringEnum
    {
        public static readonly RegionEnum Us1 = new("us1");
        public static readonly RegionEnum Us2 = new("us2");
        public static readonly RegionEnum Ie1 = new("ie1");
        public static readonly RegionEnum Sg1 = new("sg1");
        public static readonly RegionEnum Br1 = new("br1");
        public static readonly RegionEnum Au1 = new("au1");
        public static readonly RegionEnum Jp1 = new("jp1");
        public static readonly RegionEnum De1 = new("de1");

        public RegionEnum()
        {
        }

        private RegionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator RegionEnum(string value) => new(value);
    }

    /// <summary>An event of the conference that <c>statusCallback</c> is told of.</summary>
    public sealed class EventEnum : StringEnum
    {
        public static readonly EventEnum Start = new("start");
        public static readonly EventEnum End = new("end");
        public static readonly EventEnum Join = new("join");
        public static readonly EventEnum Leave = new("leave");
        public static readonly EventEnum Mute = new("mute");
        public static readonly EventEnum Hold = new("hold");
        public static readonly EventEnum Modify = new("modify");
        public static readonly EventEnum Speaker = new("speaker");
        public static readonly EventEnum Announcement = new("announcement");

        public EventEnum()
        {
        }

        private EventEnum(string value)
            : base(value)
        {
        }

        public static implicit operator EventEnum(string value) => new(value);
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

    /// <summary>How much delay smooths an uneven line: small is 150 to 200 ms, large 300 to 1000 ms.</summary>
    public sealed class JitterBufferSizeEnum : StringEnum
    {
        public static readonly JitterBufferSizeEnum Large = new("large");
        public static readonly JitterBufferSizeEnum Medium = new("medium");
        public static readonly JitterBufferSizeEnum Small = new("small");
        public static readonly JitterBufferSizeEnum Off = new("off");

        public JitterBufferSizeEnum()
        {
        }

        private JitterBufferSizeEnum(string value)
            : base(value)
        {
        }

        public static implicit operator JitterBufferSizeEnum(string value) => new(value);
    }
}
