using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Conferences;

/// <summary>What a participant hears until there is somebody to hear.</summary>
internal abstract record WaitMusic
{
    /// <summary>What the vendor plays where nothing is said.</summary>
    public static WaitMusic Vendors { get; } = new Default();

    /// <summary>The music that an attribute asks for: none when it is empty.</summary>
    public static WaitMusic Of(bool isGiven, Uri? url, HttpMethod method) =>
        url is not null ? new Document(new DocumentSource.FromUrl(url, method)) : isGiven ? new Silence() : Vendors;

    internal sealed record Default : WaitMusic;

    internal sealed record Silence : WaitMusic;

    internal sealed record Document(DocumentSource.FromUrl Source) : WaitMusic;
}

/// <summary>How a call enters a conference.</summary>
/// <param name="Name">The conference's name in the account.</param>
internal sealed record ConferenceEntry(string Name)
{
    private static readonly string[] Events = ["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"];

    public bool Muted { get; init; }

    public bool BeepOnEnter { get; init; } = true;

    public bool BeepOnExit { get; init; } = true;

    public bool StartOnEnter { get; init; } = true;

    public bool EndOnExit { get; init; }

    public string Label { get; init; } = "";

    public WaitMusic Wait { get; init; } = WaitMusic.Vendors;

    public int MaxParticipants { get; init; } = 250;

    /// <summary>The call that is coached: it alone hears this one. Null when nobody is.</summary>
    public string? Coaches { get; init; }

    public RecordingOrder? Recording { get; init; }

    /// <summary>Who is told of the conference's events; only the first participant's counts.</summary>
    public StatusCallback? Callback { get; init; }

    public static ConferenceEntry Read(VerbElement element)
    {
        var beep = element.OneOf("beep", "true", "true", "false", "onEnter", "onExit");
        var waitUrl = element.Text("waitUrl");
        var callback = element.Url("statusCallback");
        var callbackMethod = element.Method("statusCallbackMethod");
        var events = element.Words("statusCallbackEvent", Events);
        element.Ignore("region", "eventCallbackUrl", "recordingConfigurationId");
        element.OneOf("jitterBufferSize", "large", "small", "medium", "large", "off");
        var entry = new ConferenceEntry(element.TextContent)
        {
            Muted = element.Flag("muted", false),
            BeepOnEnter = beep is "true" or "onEnter",
            BeepOnExit = beep is "true" or "onExit",
            StartOnEnter = element.Flag("startConferenceOnEnter", true),
            EndOnExit = element.Flag("endConferenceOnExit", false),
            Label = element.Text("participantLabel") ?? "",
            Wait = WaitMusic.Of(waitUrl is not null, element.Url("waitUrl"), element.Method("waitMethod")),
            MaxParticipants = element.Int("maxParticipants", 250, 2, 250),
            Coaches = element.Text("coach") is { Length: > 0 } coached ? coached : null,
            Recording = RecordingOrder.ReadOnConference(element),
            Callback = callback is null ? null : new StatusCallback(callback, callbackMethod, events),
        };
        element.Close(text: true);
        if (entry.Name.Length == 0)
            element.Fault("the conference has no name");
        if (entry.Label.Length > 128)
            element.Fault("participantLabel is longer than 128 characters");
        return entry;
    }
}
