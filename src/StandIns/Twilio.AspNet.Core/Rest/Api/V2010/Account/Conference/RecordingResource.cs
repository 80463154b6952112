using Twilio.Base;
using Twilio.Clients;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account.Conference;

/// <summary>A recording of one conference.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/api/recording.</remarks>
public class RecordingResource : Resource
{
    private RecordingResource(JsonFields json)
    {
        AccountSid = json.Text("account_sid");
        ApiVersion = json.Text("api_version");
        CallSid = json.Text("call_sid");
        ConferenceSid = json.Text("conference_sid");
        DateCreated = json.Instant("date_created");
        DateUpdated = json.Instant("date_updated");
        StartTime = json.Instant("start_time");
        Duration = json.Text("duration");
        Sid = json.Text("sid") ?? "";
        Price = json.Text("price");
        PriceUnit = json.Text("price_unit");
        Status = json.Enum<StatusEnum>("status");
        Channels = json.Integer("channels");
        Source = json.Enum<SourceEnum>("source");
        ErrorCode = json.Integer("error_code");
        Uri = json.Text("uri");
    }

    public string? AccountSid { get; }

    public string? ApiVersion { get; }

    public string? CallSid { get; }

    public string? ConferenceSid { get; }

    public DateTime? DateCreated { get; }

    public DateTime? DateUpdated { get; }

    public DateTime? StartTime { get; }

    /// <summary>In seconds.</summary>
    public string? Duration { get; }

    /// <summary>RE and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    /// <summary>In the unit beside.</summary>
    public string? Price { get; }

    public string? PriceUnit { get; }

    public StatusEnum? Status { get; }

    public int? Channels { get; }

    public SourceEnum? Source { get; }

    public int? ErrorCode { get; }

    public string? Uri { get; }

    /// <summary>Reads one recording.</summary>
    public static Task<RecordingResource> FetchAsync(FetchRecordingOptions options, ITwilioRestClient? client = null) =>
        RestCalls.GetAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Recordings/{RestCalls.Step(options.PathSid)}",
            [],
            json => new RecordingResource(json));

    /// <inheritdoc cref="FetchAsync(FetchRecordingOptions, ITwilioRestClient)"/>
    public static Task<RecordingResource> FetchAsync(
        string pathConferenceSid,
        string pathSid,
        string? pathAccountSid = null,
        ITwilioRestClient? client = null) =>
        FetchAsync(new FetchRecordingOptions(pathConferenceSid, pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the recordings of the conference.</summary>
    public static Task<ResourceSet<RecordingResource>> ReadAsync(ReadRecordingOptions options, ITwilioRestClient? client = null) =>
        RestCalls.ListAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Recordings",
            options.GetParams(),
            "recordings",
            options,
            json => new RecordingResource(json));

    /// <inheritdoc cref="ReadAsync(ReadRecordingOptions, ITwilioRestClient)"/>
    public static Task<ResourceSet<RecordingResource>> ReadAsync(
        string pathConferenceSid,
        string? pathAccountSid = null,
        DateTime? dateCreatedBefore = null,
        DateTime? dateCreated = null,
        DateTime? dateCreatedAfter = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null) =>
        ReadAsync(
            new ReadRecordingOptions(pathConferenceSid)
            {
                PathAccountSid = pathAccountSid,
                DateCreatedBefore = dateCreatedBefore,
                DateCreated = dateCreated,
                DateCreatedAfter = dateCreatedAfter,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    /// <summary>Pauses, resumes or stops a recording; Twilio.CURRENT stands for the running one.</summary>
    public static Task<RecordingResource> UpdateAsync(UpdateRecordingOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Recordings/{RestCalls.Step(options.PathSid)}",
            options.GetParams(),
            json => new RecordingResource(json));

    /// <inheritdoc cref="UpdateAsync(UpdateRecordingOptions, ITwilioRestClient)"/>
    public static Task<RecordingResource> UpdateAsync(
        string pathConferenceSid,
        string pathSid,
        RecordingResource.StatusEnum status,
        string? pathAccountSid = null,
        string? pauseBehavior = null,
        ITwilioRestClient? client = null) =>
        UpdateAsync(
            new UpdateRecordingOptions(pathConferenceSid, pathSid, status)
            {
                PathAccountSid = pathAccountSid,
                PauseBehavior = pauseBehavior,
            },
            client);

    /// <summary>Deletes a recording with its audio.</summary>
    public static Task<bool> DeleteAsync(DeleteRecordingOptions options, ITwilioRestClient? client = null) =>
        RestCalls.DeleteAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathConferenceSid)}/Recordings/{RestCalls.Step(options.PathSid)}");

    /// <inheritdoc cref="DeleteAsync(DeleteRecordingOptions, ITwilioRestClient)"/>
    public static Task<bool> DeleteAsync(
        string pathConferenceSid,
        string pathSid,
        string? pathAccountSid = null,
        ITwilioRestClient? client = null) =>
        DeleteAsync(new DeleteRecordingOptions(pathConferenceSid, pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the resource from JSON, as in a response.</summary>
    public static RecordingResource FromJson(string json) => JsonFields.Read(json, fields => new RecordingResource(fields));

    /// <summary>Where a recording stands.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum InProgress = new("in-progress");
        public static readonly StatusEnum Paused = new("paused");
        public static readonly StatusEnum Stopped = new("stopped");
        public static readonly StatusEnum Processing = new("processing");
        public static readonly StatusEnum Completed = new("completed");
        public static readonly StatusEnum Absent = new("absent");

        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator StatusEnum(string value) => new(value);
    }

    /// <summary>What made the recording.</summary>
    public sealed class SourceEnum : StringEnum
    {
        public static readonly SourceEnum Dialverb = new("DialVerb");
        public static readonly SourceEnum Conference = new("Conference");
        public static readonly SourceEnum Outboundapi = new("OutboundAPI");
        public static readonly SourceEnum Trunking = new("Trunking");
        public static readonly SourceEnum Recordverb = new("RecordVerb");
        public static readonly SourceEnum Startcallrecordingapi = new("StartCallRecordingAPI");
        public static readonly SourceEnum Startconferencerecordingapi = new("StartConferenceRecordingAPI");

        public SourceEnum()
        {
        }

        private SourceEnum(string value)
            : base(value)
        {
        }

        public static implicit operator SourceEnum(string value) => new(value);
    }
}
