using Twilio.Base;
using Twilio.Clients;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A conference room while it is in use, and what is known of it afterwards.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/api/conference-resource.</remarks>
public class ConferenceResource : Resource
{
    private ConferenceResource(JsonFields json)
    {
        AccountSid = json.Text("account_sid");
        DateCreated = json.Instant("date_created");
        DateUpdated = json.Instant("date_updated");
        ApiVersion = json.Text("api_version");
        FriendlyName = json.Text("friendly_name");
        Region = json.Text("region");
        Sid = json.Text("sid") ?? "";
        Status = json.Enum<StatusEnum>("status");
        Uri = json.Text("uri");
        ReasonConferenceEnded = json.Enum<ReasonConferenceEndedEnum>("reason_conference_ended");
        CallSidEndingConference = json.Text("call_sid_ending_conference");
    }

    public string? AccountSid { get; }

    public DateTime? DateCreated { get; }

    public DateTime? DateUpdated { get; }

    public string? ApiVersion { get; }

    /// <summary>The name given in TwiML.</summary>
    public string? FriendlyName { get; }

    public string? Region { get; }

    /// <summary>CF and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    public StatusEnum? Status { get; }

    public string? Uri { get; }

    public ReasonConferenceEndedEnum? ReasonConferenceEnded { get; }

    /// <summary>The call whose leaving ended it.</summary>
    public string? CallSidEndingConference { get; }

    /// <summary>Reads one conference by its SID.</summary>
    public static Task<ConferenceResource> FetchAsync(FetchConferenceOptions options, ITwilioRestClient? client = null) =>
        RestCalls.GetAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathSid)}",
            [],
            json => new ConferenceResource(json));

    /// <inheritdoc cref="FetchAsync(FetchConferenceOptions, ITwilioRestClient)"/>
    public static Task<ConferenceResource> FetchAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null) =>
        FetchAsync(new FetchConferenceOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the conferences that fit; by its name with FriendlyName.</summary>
    public static Task<ResourceSet<ConferenceResource>> ReadAsync(ReadConferenceOptions options, ITwilioRestClient? client = null) =>
        RestCalls.ListAsync(
            client,
            options.PathAccountSid,
            "/Conferences",
            options.GetParams(),
            "conferences",
            options,
            json => new ConferenceResource(json));

    /// <inheritdoc cref="ReadAsync(ReadConferenceOptions, ITwilioRestClient)"/>
    public static Task<ResourceSet<ConferenceResource>> ReadAsync(
        string? pathAccountSid = null,
        DateTime? dateCreatedBefore = null,
        DateTime? dateCreated = null,
        DateTime? dateCreatedAfter = null,
        DateTime? dateUpdatedBefore = null,
        DateTime? dateUpdated = null,
        DateTime? dateUpdatedAfter = null,
        string? friendlyName = null,
        StatusEnum? status = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null) =>
        ReadAsync(
            new ReadConferenceOptions
            {
                PathAccountSid = pathAccountSid,
                DateCreatedBefore = dateCreatedBefore,
                DateCreated = dateCreated,
                DateCreatedAfter = dateCreatedAfter,
                DateUpdatedBefore = dateUpdatedBefore,
                DateUpdated = dateUpdated,
                DateUpdatedAfter = dateUpdatedAfter,
                FriendlyName = friendlyName,
                Status = status,
                PageSize = pageSize,
                Limit = limit,
            },
            client);

    /// <summary>Ends a conference, or plays an announcement in it.</summary>
    public static Task<ConferenceResource> UpdateAsync(UpdateConferenceOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(
            client,
            options.PathAccountSid,
            $"/Conferences/{RestCalls.Step(options.PathSid)}",
            options.GetParams(),
            json => new ConferenceResource(json));

    /// <inheritdoc cref="UpdateAsync(UpdateConferenceOptions, ITwilioRestClient)"/>
    public static Task<ConferenceResource> UpdateAsync(
        string pathSid,
        string? pathAccountSid = null,
        UpdateStatusEnum? status = null,
        Uri? announceUrl = null,
        Http.HttpMethod? announceMethod = null,
        ITwilioRestClient? client = null) =>
        UpdateAsync(
            new UpdateConferenceOptions(pathSid)
            {
                PathAccountSid = pathAccountSid,
                Status = status,
                AnnounceUrl = announceUrl,
                AnnounceMethod = announceMethod,
            },
            client);

    /// <summary>Reads the resource from JSON, as in a response.</summary>
    public static ConferenceResource FromJson(string json) => JsonFields.Read(json, fields => new ConferenceResource(fields));

    /// <summary>Where a conference stands.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Init = new("init");
        public static readonly StatusEnum InProgress = new("in-progress");
        public static readonly StatusEnum Completed = new("completed");

        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator StatusEnum(string value) => new(value);
    }

    /// <summary>Why a conference ended.</summary>
    public sealed class ReasonConferenceEndedEnum : StringEnum
    {
        public static readonly ReasonConferenceEndedEnum ConferenceEndedViaApi = new("conference-ended-via-api");
        public static readonly ReasonConferenceEndedEnum ParticipantWithEndConferenceOnExitLeft = new("participant-with-end-conference-on-exit-left");
        public static readonly ReasonConferenceEndedEnum ParticipantWithEndConferenceOnExitKicked = new("participant-with-end-conference-on-exit-kicked");
        public static readonly ReasonConferenceEndedEnum LastParticipantKicked = new("last-participant-kicked");
        public static readonly ReasonConferenceEndedEnum LastParticipantLeft = new("last-participant-left");

        public ReasonConferenceEndedEnum()
        {
        }

        private ReasonConferenceEndedEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ReasonConferenceEndedEnum(string value) => new(value);
    }

    /// <summary>How to end a conference.</summary>
    public sealed class UpdateStatusEnum : StringEnum
    {
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
