using Twilio.Base;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account.Conference;

/// <summary>Somebody to call into a conference.</summary>
public class CreateParticipantOptions(string pathConferenceSid, IEndpoint from, IEndpoint to) : IOptions<ParticipantResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    public IEndpoint From { get; } = from;

    public IEndpoint To { get; } = to;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    /// <summary>Any of initiated, ringing, answered, completed; only completed when empty.</summary>
    public List<string>? StatusCallbackEvent { get; set; } = [];

    /// <summary>A name for the participant, unique in the conference, at most 128 characters.</summary>
    public string? Label { get; set; }

    /// <summary>How long it rings, 5 to 600 seconds; 60 when null. Twilio adds 5 seconds.</summary>
    public int? Timeout { get; set; }

    public bool? Record { get; set; }

    public bool? Muted { get; set; }

    /// <summary>true, false, onEnter or onExit; true when null.</summary>
    public string? Beep { get; set; }

    public bool? StartConferenceOnEnter { get; set; }

    public bool? EndConferenceOnExit { get; set; }

    /// <summary>What is heard before the conference starts; an EmptyUri is silence.</summary>
    public Uri? WaitUrl { get; set; }

    public Http.HttpMethod? WaitMethod { get; set; }

    public bool? EarlyMedia { get; set; }

    public int? MaxParticipants { get; set; }

    /// <summary>true, false, record-from-start or do-not-record.</summary>
    public string? ConferenceRecord { get; set; }

    public string? ConferenceTrim { get; set; }

    /// <summary>Where the conference's events go; only the first participant's counts.</summary>
    public Uri? ConferenceStatusCallback { get; set; }

    public Http.HttpMethod? ConferenceStatusCallbackMethod { get; set; }

    public List<string>? ConferenceStatusCallbackEvent { get; set; } = [];

    public string? RecordingChannels { get; set; }

    public Uri? RecordingStatusCallback { get; set; }

    public Http.HttpMethod? RecordingStatusCallbackMethod { get; set; }

    public string? SipAuthUsername { get; set; }

    public string? SipAuthPassword { get; set; }

    public string? Region { get; set; }

    public Uri? ConferenceRecordingStatusCallback { get; set; }

    public Http.HttpMethod? ConferenceRecordingStatusCallbackMethod { get; set; }

    public List<string>? RecordingStatusCallbackEvent { get; set; } = [];

    public List<string>? ConferenceRecordingStatusCallbackEvent { get; set; } = [];

    public bool? Coaching { get; set; }

    /// <summary>The only call that hears this participant.</summary>
    public string? CallSidToCoach { get; set; }

    /// <summary>off, small, medium or large; large when null.</summary>
    public string? JitterBufferSize { get; set; }

    public string? Byoc { get; set; }

    public string? CallerId { get; set; }

    public string? CallReason { get; set; }

    public string? RecordingTrack { get; set; }

    public string? RecordingConfigurationId { get; set; }

    /// <summary>How long the call may last, in seconds.</summary>
    public int? TimeLimit { get; set; }

    public string? MachineDetection { get; set; }

    public int? MachineDetectionTimeout { get; set; }

    public int? MachineDetectionSpeechThreshold { get; set; }

    public int? MachineDetectionSpeechEndThreshold { get; set; }

    public int? MachineDetectionSilenceTimeout { get; set; }

    public Uri? AmdStatusCallback { get; set; }

    public Http.HttpMethod? AmdStatusCallbackMethod { get; set; }

    public string? Trim { get; set; }

    public string? CallToken { get; set; }

    public Uri? ClientNotificationUrl { get; set; }

    public string? CallerDisplayName { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "From", From },
        { "To", To },
        { "StatusCallback", StatusCallback },
        { "StatusCallbackMethod", StatusCallbackMethod },
        { "StatusCallbackEvent", StatusCallbackEvent },
        { "Label", Label },
        { "Timeout", Timeout },
        { "Record", Record },
        { "Muted", Muted },
        { "Beep", Beep },
        { "StartConferenceOnEnter", StartConferenceOnEnter },
        { "EndConferenceOnExit", EndConferenceOnExit },
        { "WaitUrl", WaitUrl },
        { "WaitMethod", WaitMethod },
        { "EarlyMedia", EarlyMedia },
        { "MaxParticipants", MaxParticipants },
        { "ConferenceRecord", ConferenceRecord },
        { "ConferenceTrim", ConferenceTrim },
        { "ConferenceStatusCallback", ConferenceStatusCallback },
        { "ConferenceStatusCallbackMethod", ConferenceStatusCallbackMethod },
        { "ConferenceStatusCallbackEvent", ConferenceStatusCallbackEvent },
        { "RecordingChannels", RecordingChannels },
        { "RecordingStatusCallback", RecordingStatusCallback },
        { "RecordingStatusCallbackMethod", RecordingStatusCallbackMethod },
        { "SipAuthUsername", SipAuthUsername },
        { "SipAuthPassword", SipAuthPassword },
        { "Region", Region },
        { "ConferenceRecordingStatusCallback", ConferenceRecordingStatusCallback },
        { "ConferenceRecordingStatusCallbackMethod", ConferenceRecordingStatusCallbackMethod },
        { "RecordingStatusCallbackEvent", RecordingStatusCallbackEvent },
        { "ConferenceRecordingStatusCallbackEvent", ConferenceRecordingStatusCallbackEvent },
        { "Coaching", Coaching },
        { "CallSidToCoach", CallSidToCoach },
        { "JitterBufferSize", JitterBufferSize },
        { "Byoc", Byoc },
        { "CallerId", CallerId },
        { "CallReason", CallReason },
        { "RecordingTrack", RecordingTrack },
        { "RecordingConfigurationId", RecordingConfigurationId },
        { "TimeLimit", TimeLimit },
        { "MachineDetection", MachineDetection },
        { "MachineDetectionTimeout", MachineDetectionTimeout },
        { "MachineDetectionSpeechThreshold", MachineDetectionSpeechThreshold },
        { "MachineDetectionSpeechEndThreshold", MachineDetectionSpeechEndThreshold },
        { "MachineDetectionSilenceTimeout", MachineDetectionSilenceTimeout },
        { "AmdStatusCallback", AmdStatusCallback },
        { "AmdStatusCallbackMethod", AmdStatusCallbackMethod },
        { "Trim", Trim },
        { "CallToken", CallToken },
        { "ClientNotificationUrl", ClientNotificationUrl },
        { "CallerDisplayName", CallerDisplayName },
    };
}

/// <summary>A participant to read.</summary>
public class FetchParticipantOptions(string pathConferenceSid, string pathCallSid) : IOptions<ParticipantResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    /// <summary>The call's SID, or the participant's label.</summary>
    public string PathCallSid { get; } = pathCallSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}

/// <summary>Which participants to read.</summary>
public class ReadParticipantOptions(string pathConferenceSid) : ReadOptions<ParticipantResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public bool? Muted { get; set; }

    public bool? Hold { get; set; }

    public bool? Coaching { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "Muted", Muted },
        { "Hold", Hold },
        { "Coaching", Coaching },
        { "PageSize", PageSize },
    };
}

/// <summary>What to change about a participant.</summary>
public class UpdateParticipantOptions(string pathConferenceSid, string pathCallSid) : IOptions<ParticipantResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    /// <summary>The call's SID, or the participant's label.</summary>
    public string PathCallSid { get; } = pathCallSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public bool? Muted { get; set; }

    public bool? Hold { get; set; }

    /// <summary>What is heard while on hold.</summary>
    public Uri? HoldUrl { get; set; }

    public Http.HttpMethod? HoldMethod { get; set; }

    /// <summary>An audio file or a document of Play and Say that this participant hears.</summary>
    public Uri? AnnounceUrl { get; set; }

    public Http.HttpMethod? AnnounceMethod { get; set; }

    /// <summary>What is heard before the conference starts; an EmptyUri is silence.</summary>
    public Uri? WaitUrl { get; set; }

    public Http.HttpMethod? WaitMethod { get; set; }

    public bool? BeepOnExit { get; set; }

    public bool? EndConferenceOnExit { get; set; }

    public bool? Coaching { get; set; }

    /// <summary>The only call that hears this participant.</summary>
    public string? CallSidToCoach { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "Muted", Muted },
        { "Hold", Hold },
        { "HoldUrl", HoldUrl },
        { "HoldMethod", HoldMethod },
        { "AnnounceUrl", AnnounceUrl },
        { "AnnounceMethod", AnnounceMethod },
        { "WaitUrl", WaitUrl },
        { "WaitMethod", WaitMethod },
        { "BeepOnExit", BeepOnExit },
        { "EndConferenceOnExit", EndConferenceOnExit },
        { "Coaching", Coaching },
        { "CallSidToCoach", CallSidToCoach },
    };
}

/// <summary>A participant to put out.</summary>
public class DeleteParticipantOptions(string pathConferenceSid, string pathCallSid) : IOptions<ParticipantResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    /// <summary>The call's SID, or the participant's label.</summary>
    public string PathCallSid { get; } = pathCallSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}
