using Infoline.PhoneNetwork.Twiml;

namespace Infoline.PhoneNetwork;

/// <summary>That something shall be recorded, and who is told about it.</summary>
/// <param name="Source">RecordVerb, DialVerb, Conference, OutboundAPI or StartCallRecordingAPI.</param>
/// <param name="Callback">Who is told; null for nobody.</param>
internal sealed record RecordingOrder(string Source, StatusCallback? Callback)
{
    public int Channels { get; init; } = 1;

    public static RecordingOrder? ReadOnDial(VerbElement element)
    {
        element.OneOf("trim", "do-not-trim", "trim-silence", "do-not-trim");
        element.OneOf("recordingTrack", "both", "both", "inbound", "outbound");
        var record = element.OneOf(
            "record", "do-not-record", "do-not-record", "record-from-answer", "record-from-ringing", "record-from-answer-dual",
            "record-from-ringing-dual", "true", "false");
        var callback = ReadCallback(element);
        return record is "do-not-record" or "false" ? null
            : new RecordingOrder("DialVerb", callback) { Channels = record.EndsWith("dual", StringComparison.Ordinal) ? 2 : 1 };
    }

    public static RecordingOrder? ReadOnConference(VerbElement element)
    {
        element.OneOf("trim", "trim-silence", "trim-silence", "do-not-trim");
        var record = element.OneOf("record", "do-not-record", "do-not-record", "record-from-start", "true", "false");
        var callback = ReadCallback(element);
        return record is "do-not-record" or "false" ? null : new RecordingOrder("Conference", callback);
    }

    public static StatusCallback? ReadCallback(VerbElement element)
    {
        var url = element.Url("recordingStatusCallback");
        var method = element.Method("recordingStatusCallbackMethod");
        var events = element.Words("recordingStatusCallbackEvent", "in-progress", "completed", "absent", "failed");
        return url is null ? null : new StatusCallback(url, method, events.Count > 0 ? events : new HashSet<string>(["completed"], StringComparer.Ordinal));
    }
}

/// <summary>One recording, while it is made and after.</summary>
internal sealed class Recording(string sid, string accountSid, Uri url, RecordingOrder order, DateTimeOffset startedAt)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _since = startedAt;
    private TimeSpan _length;

    public string Sid => sid;

    public string AccountSid => accountSid;

    /// <summary>Where it can be fetched; with <c>.wav</c> behind it the audio.</summary>
    public Uri Url => url;

    public RecordingOrder Order => order;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public DateTimeOffset UpdatedAt { get; private set; } = startedAt;

    /// <summary>The call that is recorded, or whose document asked for it; empty for a conference that nobody's document recorded.</summary>
    public required string CallSid { get; init; }

    public string? ConferenceSid { get; init; }

    /// <summary>in-progress, paused, completed or absent.</summary>
    public string Status { get; private set; } = "in-progress";

    public bool IsOver => Status is "completed" or "absent";

    /// <summary>Parts of time in which it ran, so that what was said in a pause stays out.</summary>
    public List<(DateTimeOffset From, DateTimeOffset To)> Parts { get; } = [];

    /// <summary>How much was recorded, pauses left out.</summary>
    public TimeSpan Length => _length;

    /// <summary>Moves it on; false when that changes nothing.</summary>
    public bool Become(string status, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (IsOver || Status == status)
                return false;
            if (Status == "in-progress")
            {
                _length += now - _since;
                Parts.Add((_since, now));
            }

            _since = now;
            UpdatedAt = now;
            Status = status;
            return true;
        }
    }
}
