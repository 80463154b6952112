using Twilio.Base;
using Twilio.Clients;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A telephone call, as Twilio keeps it.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/api/call-resource.</remarks>
public class CallResource : Resource
{
    private CallResource(JsonFields json)
    {
        Sid = json.Text("sid") ?? "";
        DateCreated = json.Instant("date_created");
        DateUpdated = json.Instant("date_updated");
        ParentCallSid = json.Text("parent_call_sid");
        AccountSid = json.Text("account_sid");
        To = json.Text("to");
        ToFormatted = json.Text("to_formatted");
        From = json.Text("from");
        FromFormatted = json.Text("from_formatted");
        PhoneNumberSid = json.Text("phone_number_sid");
        Status = json.Enum<StatusEnum>("status");
        StartTime = json.Instant("start_time");
        EndTime = json.Instant("end_time");
        Duration = json.Text("duration");
        Price = json.Text("price");
        PriceUnit = json.Text("price_unit");
        Direction = json.Text("direction");
        AnsweredBy = json.Text("answered_by");
        ApiVersion = json.Text("api_version");
        ForwardedFrom = json.Text("forwarded_from");
        GroupSid = json.Text("group_sid");
        CallerName = json.Text("caller_name");
        QueueTime = json.Text("queue_time");
        TrunkSid = json.Text("trunk_sid");
        Uri = json.Text("uri");
    }

    /// <summary>CA and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    public DateTime? DateCreated { get; }

    public DateTime? DateUpdated { get; }

    /// <summary>The call that dialled this one.</summary>
    public string? ParentCallSid { get; }

    public string? AccountSid { get; }

    public string? To { get; }

    public string? ToFormatted { get; }

    public string? From { get; }

    public string? FromFormatted { get; }

    public string? PhoneNumberSid { get; }

    public StatusEnum? Status { get; }

    /// <summary>When it was answered.</summary>
    public DateTime? StartTime { get; }

    public DateTime? EndTime { get; }

    /// <summary>In seconds, once the call has ended.</summary>
    public string? Duration { get; }

    public string? Price { get; }

    public string? PriceUnit { get; }

    /// <summary>inbound, outbound-api or outbound-dial.</summary>
    public string? Direction { get; }

    /// <summary>What machine detection heard.</summary>
    public string? AnsweredBy { get; }

    public string? ApiVersion { get; }

    public string? ForwardedFrom { get; }

    public string? GroupSid { get; }

    public string? CallerName { get; }

    /// <summary>How long the call waited to be sent out, in milliseconds.</summary>
    public string? QueueTime { get; }

    public string? TrunkSid { get; }

    public string? Uri { get; }

    /// <summary>Starts a call.</summary>
    public static Task<CallResource> CreateAsync(CreateCallOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(client, options.PathAccountSid, "/Calls", options.GetParams(), json => new CallResource(json));

    /// <inheritdoc cref="CreateAsync(CreateCallOptions, ITwilioRestClient)"/>
    public static Task<CallResource> CreateAsync(
        IEndpoint to,
        IEndpoint from,
        string? pathAccountSid = null,
        Uri? url = null,
        Twiml? twiml = null,
        string? applicationSid = null,
        Http.HttpMethod? method = null,
        Uri? fallbackUrl = null,
        Http.HttpMethod? fallbackMethod = null,
        Uri? statusCallback = null,
        List<string>? statusCallbackEvent = null,
        Http.HttpMethod? statusCallbackMethod = null,
        string? sendDigits = null,
        int? timeout = null,
        bool? record = null,
        string? recordingChannels = null,
        string? recordingStatusCallback = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        string? recordingConfigurationId = null,
        string? sipAuthUsername = null,
        string? sipAuthPassword = null,
        string? machineDetection = null,
        int? machineDetectionTimeout = null,
        List<string>? recordingStatusCallbackEvent = null,
        string? trim = null,
        string? callerId = null,
        int? machineDetectionSpeechThreshold = null,
        int? machineDetectionSpeechEndThreshold = null,
        int? machineDetectionSilenceTimeout = null,
        string? asyncAmd = null,
        Uri? asyncAmdStatusCallback = null,
        Http.HttpMethod? asyncAmdStatusCallbackMethod = null,
        string? byoc = null,
        string? callReason = null,
        string? callToken = null,
        string? recordingTrack = null,
        int? timeLimit = null,
        Uri? clientNotificationUrl = null,
        ITwilioRestClient? client = null) =>
        CreateAsync(
            new CreateCallOptions(to, from)
            {
                PathAccountSid = pathAccountSid,
                Url = url,
                Twiml = twiml,
                ApplicationSid = applicationSid,
                Method = method,
                FallbackUrl = fallbackUrl,
                FallbackMethod = fallbackMethod,
                StatusCallback = statusCallback,
                StatusCallbackEvent = statusCallbackEvent,
                StatusCallbackMethod = statusCallbackMethod,
                SendDigits = sendDigits,
                Timeout = timeout,
                Record = record,
                RecordingChannels = recordingChannels,
                RecordingStatusCallback = recordingStatusCallback,
                RecordingStatusCallbackMethod = recordingStatusCallbackMethod,
                RecordingConfigurationId = recordingConfigurationId,
                SipAuthUsername = sipAuthUsername,
                SipAuthPassword = sipAuthPassword,
                MachineDetection = machineDetection,
                MachineDetectionTimeout = machineDetectionTimeout,
                RecordingStatusCallbackEvent = recordingStatusCallbackEvent,
                Trim = trim,
                CallerId = callerId,
                MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold,
                MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold,
                MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout,
                AsyncAmd = asyncAmd,
                AsyncAmdStatusCallback = asyncAmdStatusCallback,
                AsyncAmdStatusCallbackMethod = asyncAmdStatusCallbackMethod,
                Byoc = byoc,
                CallReason = callReason,
                CallToken = callToken,
                RecordingTrack = recordingTrack,
                TimeLimit = timeLimit,
                ClientNotificationUrl = clientNotificationUrl,
            },
            client);

    /// <summary>Reads one call.</summary>
    public static Task<CallResource> FetchAsync(FetchCallOptions options, ITwilioRestClient? client = null) =>
        RestCalls.GetAsync(
            client,
            options.PathAccountSid,
            $"/Calls/{RestCalls.Step(options.PathSid)}",
            [],
            json => new CallResource(json));

    /// <inheritdoc cref="FetchAsync(FetchCallOptions, ITwilioRestClient)"/>
    public static Task<CallResource> FetchAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null) =>
        FetchAsync(new FetchCallOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the calls that fit, newest first.</summary>
    public static Task<ResourceSet<CallResource>> ReadAsync(ReadCallOptions options, ITwilioRestClient? client = null) =>
        RestCalls.ListAsync(
            client,
            options.PathAccountSid,
            "/Calls",
            options.GetParams(),
            "calls",
            options,
            json => new CallResource(json));

    /// <inheritdoc cref="ReadAsync(ReadCallOptions, ITwilioRestClient)"/>
    public static Task<ResourceSet<CallResource>> ReadAsync(
        string? pathAccountSid = null,
        PhoneNumber? to = null,
        PhoneNumber? from = null,
        string? parentCallSid = null,
        StatusEnum? status = null,
        DateTime? startTimeBefore = null,
        DateTime? startTime = null,
        DateTime? startTimeAfter = null,
        DateTime? endTimeBefore = null,
        DateTime? endTime = null,
        DateTime? endTimeAfter = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null) =>
        ReadAsync(
            new ReadCallOptions
            {
                PathAccountSid = pathAccountSid,
                To = to,
                From = from,
                ParentCallSid = parentCallSid,
                Status = status,
                StartTimeBefore = startTimeBefore,
                StartTime = startTime,
                StartTimeAfter = startTimeAfter,
                EndTimeBefore = endTimeBefore,
                EndTime = endTime,
                EndTimeAfter = endTimeAfter,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    /// <summary>Changes a live call: gives it other instructions, or ends it.</summary>
    public static Task<CallResource> UpdateAsync(UpdateCallOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(
            client,
            options.PathAccountSid,
            $"/Calls/{RestCalls.Step(options.PathSid)}",
            options.GetParams(),
            json => new CallResource(json));

    /// <inheritdoc cref="UpdateAsync(UpdateCallOptions, ITwilioRestClient)"/>
    public static Task<CallResource> UpdateAsync(
        string pathSid,
        string? pathAccountSid = null,
        Uri? url = null,
        Http.HttpMethod? method = null,
        UpdateStatusEnum? status = null,
        Uri? fallbackUrl = null,
        Http.HttpMethod? fallbackMethod = null,
        Uri? statusCallback = null,
        Http.HttpMethod? statusCallbackMethod = null,
        Twiml? twiml = null,
        int? timeLimit = null,
        ITwilioRestClient? client = null) =>
        UpdateAsync(
            new UpdateCallOptions(pathSid)
            {
                PathAccountSid = pathAccountSid,
                Url = url,
                Method = method,
                Status = status,
                FallbackUrl = fallbackUrl,
                FallbackMethod = fallbackMethod,
                StatusCallback = statusCallback,
                StatusCallbackMethod = statusCallbackMethod,
                Twiml = twiml,
                TimeLimit = timeLimit,
            },
            client);

    /// <summary>Reads the resource from JSON, as in a response.</summary>
    public static CallResource FromJson(string json) => JsonFields.Read(json, fields => new CallResource(fields));

    /// <summary>Where a call stands.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Queued = new("queued");
        public static readonly StatusEnum Ringing = new("ringing");
        public static readonly StatusEnum InProgress = new("in-progress");
        public static readonly StatusEnum Completed = new("completed");
        public static readonly StatusEnum Busy = new("busy");
        public static readonly StatusEnum Failed = new("failed");
        public static readonly StatusEnum NoAnswer = new("no-answer");
        public static readonly StatusEnum Canceled = new("canceled");

        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator StatusEnum(string value) => new(value);
    }

    /// <summary>How to end a call.</summary>
    public sealed class UpdateStatusEnum : StringEnum
    {
        public static readonly UpdateStatusEnum Canceled = new("canceled");
        public static readonly UpdateStatusEnum Completed = new("completed");

        public UpdateStatusEnum()
        {
        }

        private UpdateStatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator UpdateStatusEnum(string value) => new(value);
    }
}
