using Twilio.Base;
using Twilio.Clients;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account.Conference;

/// <summary>A call in a conference.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/api/conference-participant-resource.</remarks>
public class ParticipantResource : Resource
{
    private ParticipantResource(JsonFields json)
    {
        AccountSid = json.Text("account_sid");
        CallSid = json.Text("call_sid") ?? "";
        Label = json.Text("label");
        CallSidToCoach = json.Text("call_sid_to_coach");
        Coaching = json.Flag("coaching");
        ConferenceSid = json.Text("conference_sid");
        DateCreated = json.Instant("date_created");
        DateUpdated = json.Instant("date_updated");
        EndConferenceOnExit = json.Flag("end_conference_on_exit");
        Muted = json.Flag("muted");
        Hold = json.Flag("hold");
        StartConferenceOnEnter = json.Flag("start_conference_on_enter");
        Status = json.Enum<StatusEnum>("status");
        QueueTime = json.Text("queue_time");
        Uri = json.Text("uri");
    }

    public string? AccountSid { get; }

    /// <summary>CA and 32 hexadecimal digits.</summary>
    public string CallSid { get; }

    public string? Label { get; }

    public string? CallSidToCoach { get; }

    public bool? Coaching { get; }

    public string? ConferenceSid { get; }

    public DateTime? DateCreated { get; }

    public DateTime? DateUpdated { get; }

    public bool? EndConferenceOnExit { get; }

    public bool? Muted { get; }

    public bool? Hold { get; }

    public bool? StartConferenceOnEnter { get; }

    public StatusEnum? Status { get; }

    /// <summary>How long the call waited to be sent out, in milliseconds.</summary>
    public string? QueueTime { get; }

    public string? Uri { get; }

    /// <summary>Calls somebody into a conference, which is named by its SID or its name.</summary>
    public static Task<ParticipantResource> CreateAsync(CreateParticipantOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Participants",
            options.GetParams(),
            json => new ParticipantResource(json));

    /// <inheritdoc cref="CreateAsync(CreateParticipantOptions, ITwilioRestClient)"/>
    public static Task<ParticipantResource> CreateAsync(
        string pathConferenceSid,
        IEndpoint from,
        IEndpoint to,
        string? pathAccountSid = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null,
        List<string>? statusCallbackEvent = null,
        string? label = null,
        int? timeout = null,
        bool? record = null,
        bool? muted = null,
        string? beep = null,
        bool? startConferenceOnEnter = null,
        bool? endConferenceOnExit = null,
        Uri? waitUrl = null,
        Http.HttpMethod? waitMethod = null,
        bool? earlyMedia = null,
        int? maxParticipants = null,
        string? conferenceRecord = null,
        string? conferenceTrim = null,
        Uri? conferenceStatusCallback = null,
        Http.HttpMethod? conferenceStatusCallbackMethod = null,
        List<string>? conferenceStatusCallbackEvent = null,
        string? recordingChannels = null,
        Uri? recordingStatusCallback = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        string? sipAuthUsername = null,
        string? sipAuthPassword = null,
        string? region = null,
        Uri? conferenceRecordingStatusCallback = null,
        Http.HttpMethod? conferenceRecordingStatusCallbackMethod = null,
        List<string>? recordingStatusCallbackEvent = null,
        List<string>? conferenceRecordingStatusCallbackEvent = null,
        bool? coaching = null,
        string? callSidToCoach = null,
        string? jitterBufferSize = null,
        string? byoc = null,
        string? callerId = null,
        string? callReason = null,
        string? recordingTrack = null,
        string? recordingConfigurationId = null,
        int? timeLimit = null,
        string? machineDetection = null,
        int? machineDetectionTimeout = null,
        int? machineDetectionSpeechThreshold = null,
        int? machineDetectionSpeechEndThreshold = null,
        int? machineDetectionSilenceTimeout = null,
        Uri? amdStatusCallback = null,
        Http.HttpMethod? amdStatusCallbackMethod = null,
        string? trim = null,
        string? callToken = null,
        Uri? clientNotificationUrl = null,
        string? callerDisplayName = null,
        ITwilioRestClient? client = null) =>
        CreateAsync(
            new CreateParticipantOptions(pathConferenceSid, from, to)
            {
                PathAccountSid = pathAccountSid,
                StatusCallback = statusCallback,
                StatusCallbackMethod = statusCallbackMethod,
                StatusCallbackEvent = statusCallbackEvent,
                Label = label,
                Timeout = timeout,
                Record = record,
                Muted = muted,
                Beep = beep,
                StartConferenceOnEnter = startConferenceOnEnter,
                EndConferenceOnExit = endConferenceOnExit,
                WaitUrl = waitUrl,
                WaitMethod = waitMethod,
                EarlyMedia = earlyMedia,
                MaxParticipants = maxParticipants,
                ConferenceRecord = conferenceRecord,
                ConferenceTrim = conferenceTrim,
                ConferenceStatusCallback = conferenceStatusCallback,
                ConferenceStatusCallbackMethod = conferenceStatusCallbackMethod,
                ConferenceStatusCallbackEvent = conferenceStatusCallbackEvent,
                RecordingChannels = recordingChannels,
                RecordingStatusCallback = recordingStatusCallback,
                RecordingStatusCallbackMethod = recordingStatusCallbackMethod,
                SipAuthUsername = sipAuthUsername,
                SipAuthPassword = sipAuthPassword,
                Region = region,
                ConferenceRecordingStatusCallback = conferenceRecordingStatusCallback,
                ConferenceRecordingStatusCallbackMethod = conferenceRecordingStatusCallbackMethod,
                RecordingStatusCallbackEvent = recordingStatusCallbackEvent,
                ConferenceRecordingStatusCallbackEvent = conferenceRecordingStatusCallbackEvent,
                Coaching = coaching,
                CallSidToCoach = callSidToCoach,
                JitterBufferSize = jitterBufferSize,
                Byoc = byoc,
                CallerId = callerId,
                CallReason = callReason,
                RecordingTrack = recordingTrack,
                RecordingConfigurationId = recordingConfigurationId,
                TimeLimit = timeLimit,
                MachineDetection = machineDetection,
                MachineDetectionTimeout = machineDetectionTimeout,
                MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold,
                MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold,
                MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout,
                AmdStatusCallback = amdStatusCallback,
                AmdStatusCallbackMethod = amdStatusCallbackMethod,
                Trim = trim,
                CallToken = callToken,
                ClientNotificationUrl = clientNotificationUrl,
                CallerDisplayName = callerDisplayName,
            },
            client);

    /// <summary>Reads one participant by call SID or label.</summary>
    public static Task<ParticipantResource> FetchAsync(FetchParticipantOptions options, ITwilioRestClient? client = null) =>
        RestCalls.GetAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Participants/{RestCalls.Step(options.PathCallSid)}",
            [],
            json => new ParticipantResource(json));

    /// <inheritdoc cref="FetchAsync(FetchParticipantOptions, ITwilioRestClient)"/>
    public static Task<ParticipantResource> FetchAsync(
        string pathConferenceSid,
        string pathCallSid,
        string? pathAccountSid = null,
        ITwilioRestClient? client = null) =>
        FetchAsync(new FetchParticipantOptions(pathConferenceSid, pathCallSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the participants.</summary>
    public static Task<ResourceSet<ParticipantResource>> ReadAsync(ReadParticipantOptions options, ITwilioRestClient? client = null) =>
        RestCalls.ListAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Participants",
            options.GetParams(),
            "participants",
            options,
            json => new ParticipantResource(json));

    /// <inheritdoc cref="ReadAsync(ReadParticipantOptions, ITwilioRestClient)"/>
    public static Task<ResourceSet<ParticipantResource>> ReadAsync(
        string pathConferenceSid,
        string? pathAccountSid = null,
        bool? muted = null,
        bool? hold = null,
        bool? coaching = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null) =>
        ReadAsync(
            new ReadParticipantOptions(pathConferenceSid)
            {
                PathAccountSid = pathAccountSid,
                Muted = muted,
                Hold = hold,
                Coaching = coaching,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    /// <summary>Mutes, holds, or changes a participant in another way.</summary>
    public static Task<ParticipantResource> UpdateAsync(UpdateParticipantOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Participants/{RestCalls.Step(options.PathCallSid)}",
            options.GetParams(),
            json => new ParticipantResource(json));

    /// <inheritdoc cref="UpdateAsync(UpdateParticipantOptions, ITwilioRestClient)"/>
    public static Task<ParticipantResource> UpdateAsync(
        string pathConferenceSid,
        string pathCallSid,
        string? pathAccountSid = null,
        bool? muted = null,
        bool? hold = null,
        Uri? holdUrl = null,
        Http.HttpMethod? holdMethod = null,
        Uri? announceUrl = null,
        Http.HttpMethod? announceMethod = null,
        Uri? waitUrl = null,
        Http.HttpMethod? waitMethod = null,
        bool? beepOnExit = null,
        bool? endConferenceOnExit = null,
        bool? coaching = null,
        string? callSidToCoach = null,
        ITwilioRestClient? client = null) =>
        UpdateAsync(
            new UpdateParticipantOptions(pathConferenceSid, pathCallSid)
            {
                PathAccountSid = pathAccountSid,
                Muted = muted,
                Hold = hold,
                HoldUrl = holdUrl,
                HoldMethod = holdMethod,
                AnnounceUrl = announceUrl,
                AnnounceMethod = announceMethod,
                WaitUrl = waitUrl,
                WaitMethod = waitMethod,
                BeepOnExit = beepOnExit,
                EndConferenceOnExit = endConferenceOnExit,
                Coaching = coaching,
                CallSidToCoach = callSidToCoach,
            },
            client);

    /// <summary>Puts a participant out of the conference; their call goes on with the TwiML that follows.</summary>
    public static Task<bool> DeleteAsync(DeleteParticipantOptions options, ITwilioRestClient? client = null) =>
        RestCalls.DeleteAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Participants/{RestCalls.Step(options.PathCallSid)}");

    /// <inheritdoc cref="DeleteAsync(DeleteParticipantOptions, ITwilioRestClient)"/>
    public static Task<bool> DeleteAsync(
        string pathConferenceSid,
        string pathCallSid,
        string? pathAccountSid = null,
        ITwilioRestClient? client = null) =>
        DeleteAsync(new DeleteParticipantOptions(pathConferenceSid, pathCallSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the resource from JSON, as in a response.</summary>
    public static ParticipantResource FromJson(string json) => JsonFields.Read(json, fields => new ParticipantResource(fields));

    /// <summary>Where a participant stands.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Queued = new("queued");
        public static readonly StatusEnum Connecting = new("connecting");
        public static readonly StatusEnum Ringing = new("ringing");
        public static readonly StatusEnum Connected = new("connected");
        public static readonly StatusEnum Complete = new("complete");
        public static readonly StatusEnum Failed = new("failed");

        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator StatusEnum(string value) => new(value);
    }
}
