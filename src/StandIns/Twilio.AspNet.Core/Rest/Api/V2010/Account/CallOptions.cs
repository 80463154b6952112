using Twilio.Base;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A call to start.</summary>
public class CreateCallOptions(IEndpoint to, IEndpoint from) : IOptions<CallResource>
{
    public IEndpoint To { get; } = to;

    public IEndpoint From { get; } = from;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public Http.HttpMethod? Method { get; set; }

    public Uri? FallbackUrl { get; set; }

    public Http.HttpMethod? FallbackMethod { get; set; }

    public Uri? StatusCallback { get; set; }

    /// <summary>Any of initiated, ringing, answered, completed; only completed when empty.</summary>
    public List<string>? StatusCallbackEvent { get; set; } = [];

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    /// <summary>Keys pressed once the call is answered; w waits half a second.</summary>
    public string? SendDigits { get; set; }

    /// <summary>How long it rings, 5 to 600 seconds; 60 when null. Twilio may add 5 seconds.</summary>
    public int? Timeout { get; set; }

    public bool? Record { get; set; }

    public string? RecordingChannels { get; set; }

    public string? RecordingStatusCallback { get; set; }

    public Http.HttpMethod? RecordingStatusCallbackMethod { get; set; }

    public string? RecordingConfigurationId { get; set; }

    public string? SipAuthUsername { get; set; }

    public string? SipAuthPassword { get; set; }

    /// <summary>Enable or DetectMessageEnd.</summary>
    public string? MachineDetection { get; set; }

    /// <summary>In seconds; 30 when null.</summary>
    public int? MachineDetectionTimeout { get; set; }

    public List<string>? RecordingStatusCallbackEvent { get; set; } = [];

    public string? Trim { get; set; }

    public string? CallerId { get; set; }

    /// <summary>In milliseconds, 1000 to 6000; 2400 when null.</summary>
    public int? MachineDetectionSpeechThreshold { get; set; }

    /// <summary>In milliseconds, 500 to 5000; 1200 when null.</summary>
    public int? MachineDetectionSpeechEndThreshold { get; set; }

    /// <summary>In milliseconds, 2000 to 10000; 5000 when null.</summary>
    public int? MachineDetectionSilenceTimeout { get; set; }

    public string? AsyncAmd { get; set; }

    public Uri? AsyncAmdStatusCallback { get; set; }

    public Http.HttpMethod? AsyncAmdStatusCallbackMethod { get; set; }

    public string? Byoc { get; set; }

    public string? CallReason { get; set; }

    public string? CallToken { get; set; }

    public string? RecordingTrack { get; set; }

    /// <summary>How long the call may last, in seconds.</summary>
    public int? TimeLimit { get; set; }

    public Uri? ClientNotificationUrl { get; set; }

    /// <summary>Where the instructions are asked for.</summary>
    public Uri? Url { get; set; }

    /// <summary>The instructions themselves, at most 4000 characters, in the place of Url.</summary>
    public Twiml? Twiml { get; set; }

    public string? ApplicationSid { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "To", To },
        { "From", From },
        { "Method", Method },
        { "FallbackUrl", FallbackUrl },
        { "FallbackMethod", FallbackMethod },
        { "StatusCallback", StatusCallback },
        { "StatusCallbackEvent", StatusCallbackEvent },
        { "StatusCallbackMethod", StatusCallbackMethod },
        { "SendDigits", SendDigits },
        { "Timeout", Timeout },
        { "Record", Record },
        { "RecordingChannels", RecordingChannels },
        { "RecordingStatusCallback", RecordingStatusCallback },
        { "RecordingStatusCallbackMethod", RecordingStatusCallbackMethod },
        { "RecordingConfigurationId", RecordingConfigurationId },
        { "SipAuthUsername", SipAuthUsername },
        { "SipAuthPassword", SipAuthPassword },
        { "MachineDetection", MachineDetection },
        { "MachineDetectionTimeout", MachineDetectionTimeout },
        { "RecordingStatusCallbackEvent", RecordingStatusCallbackEvent },
        { "Trim", Trim },
        { "CallerId", CallerId },
        { "MachineDetectionSpeechThreshold", MachineDetectionSpeechThreshold },
        { "MachineDetectionSpeechEndThreshold", MachineDetectionSpeechEndThreshold },
        { "MachineDetectionSilenceTimeout", MachineDetectionSilenceTimeout },
        { "AsyncAmd", AsyncAmd },
        { "AsyncAmdStatusCallback", AsyncAmdStatusCallback },
        { "AsyncAmdStatusCallbackMethod", AsyncAmdStatusCallbackMethod },
        { "Byoc", Byoc },
        { "CallReason", CallReason },
        { "CallToken", CallToken },
        { "RecordingTrack", RecordingTrack },
        { "TimeLimit", TimeLimit },
        { "ClientNotificationUrl", ClientNotificationUrl },
        { "Url", Url },
        { "Twiml", Twiml },
        { "ApplicationSid", ApplicationSid },
    };
}

/// <summary>A call to read.</summary>
public class FetchCallOptions(string pathSid) : IOptions<CallResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}

/// <summary>Which calls to read.</summary>
public class ReadCallOptions : ReadOptions<CallResource>
{
    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public PhoneNumber? To { get; set; }

    public PhoneNumber? From { get; set; }

    public string? ParentCallSid { get; set; }

    public CallResource.StatusEnum? Status { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? StartTimeBefore { get; set; }

    public DateTime? StartTimeAfter { get; set; }

    public DateTime? EndTime { get; set; }

    public DateTime? EndTimeBefore { get; set; }

    public DateTime? EndTimeAfter { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "To", To },
        { "From", From },
        { "ParentCallSid", ParentCallSid },
        { "Status", Status },
        { "StartTime", StartTime },
        { "StartTime<", StartTimeBefore },
        { "StartTime>", StartTimeAfter },
        { "EndTime", EndTime },
        { "EndTime<", EndTimeBefore },
        { "EndTime>", EndTimeAfter },
        { "PageSize", PageSize },
    };
}

/// <summary>What to change in a live call.</summary>
public class UpdateCallOptions(string pathSid) : IOptions<CallResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    /// <summary>Where the instructions are asked for.</summary>
    public Uri? Url { get; set; }

    public Http.HttpMethod? Method { get; set; }

    /// <summary>Completed ends a call in any state, canceled only one that was not answered yet.</summary>
    public CallResource.UpdateStatusEnum? Status { get; set; }

    public Uri? FallbackUrl { get; set; }

    public Http.HttpMethod? FallbackMethod { get; set; }

    public Uri? StatusCallback { get; set; }

    public Http.HttpMethod? StatusCallbackMethod { get; set; }

    /// <summary>The instructions themselves, at most 4000 characters, in the place of Url.</summary>
    public Twiml? Twiml { get; set; }

    /// <summary>How long the call may last, in seconds.</summary>
    public int? TimeLimit { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "Url", Url },
        { "Method", Method },
        { "Status", Status },
        { "FallbackUrl", FallbackUrl },
        { "FallbackMethod", FallbackMethod },
        { "StatusCallback", StatusCallback },
        { "StatusCallbackMethod", StatusCallbackMethod },
        { "Twiml", Twiml },
        { "TimeLimit", TimeLimit },
    };
}
