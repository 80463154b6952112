using Twilio.Base;
using Twilio.Clients;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A text message.</summary>
/// <remarks>See https://www.twilio.com/docs/messaging/api/message-resource.</remarks>
public class MessageResource : Resource
{
    private MessageResource(JsonFields json)
    {
        Body = json.Text("body");
        NumSegments = json.Text("num_segments");
        Direction = json.Enum<DirectionEnum>("direction");
        From = json.Text("from") is { } from ? new(from) : null;
        To = json.Text("to");
        DateUpdated = json.Instant("date_updated");
        Price = json.Text("price");
        ErrorMessage = json.Text("error_message");
        Uri = json.Text("uri");
        AccountSid = json.Text("account_sid");
        NumMedia = json.Text("num_media");
        Status = json.Enum<StatusEnum>("status");
        MessagingServiceSid = json.Text("messaging_service_sid");
        Sid = json.Text("sid") ?? "";
        DateSent = json.Instant("date_sent");
        DateCreated = json.Instant("date_created");
        ErrorCode = json.Integer("error_code");
        PriceUnit = json.Text("price_unit");
        ApiVersion = json.Text("api_version");
    }

    public string? Body { get; }

    public string? NumSegments { get; }

    public DirectionEnum? Direction { get; }

    public PhoneNumber? From { get; }

    public string? To { get; }

    public DateTime? DateUpdated { get; }

    public string? Price { get; }

    public string? ErrorMessage { get; }

    public string? Uri { get; }

    public string? AccountSid { get; }

    public string? NumMedia { get; }

    public StatusEnum? Status { get; }

    public string? MessagingServiceSid { get; }

    /// <summary>SM and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    public DateTime? DateSent { get; }

    public DateTime? DateCreated { get; }

    /// <summary>Twilio's number for the fault that stopped it.</summary>
    public int? ErrorCode { get; }

    public string? PriceUnit { get; }

    public string? ApiVersion { get; }

    /// <summary>Sends a message.</summary>
    public static Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient? client = null) =>
        RestCalls.PostAsync(client, options.PathAccountSid, "/Messages", options.GetParams(), json => new MessageResource(json));

    /// <inheritdoc cref="CreateAsync(CreateMessageOptions, ITwilioRestClient)"/>
    public static Task<MessageResource> CreateAsync(
        PhoneNumber to,
        string? pathAccountSid = null,
        PhoneNumber? from = null,
        string? messagingServiceSid = null,
        string? body = null,
        List<Uri>? mediaUrl = null,
        string? contentSid = null,
        Uri? statusCallback = null,
        string? applicationSid = null,
        decimal? maxPrice = null,
        bool? provideFeedback = null,
        int? attempt = null,
        int? validityPeriod = null,
        bool? forceDelivery = null,
        ContentRetentionEnum? contentRetention = null,
        AddressRetentionEnum? addressRetention = null,
        bool? smartEncoded = null,
        List<string>? persistentAction = null,
        TrafficTypeEnum? trafficType = null,
        bool? shortenUrls = null,
        ScheduleTypeEnum? scheduleType = null,
        DateTime? sendAt = null,
        bool? sendAsMms = null,
        string? contentVariables = null,
        RiskCheckEnum? riskCheck = null,
        PhoneNumber? fallbackFrom = null,
        ITwilioRestClient? client = null) =>
        CreateAsync(
            new CreateMessageOptions(to)
            {
                PathAccountSid = pathAccountSid,
                From = from,
                MessagingServiceSid = messagingServiceSid,
                Body = body,
                MediaUrl = mediaUrl,
                ContentSid = contentSid,
                StatusCallback = statusCallback,
                ApplicationSid = applicationSid,
                MaxPrice = maxPrice,
                ProvideFeedback = provideFeedback,
                Attempt = attempt,
                ValidityPeriod = validityPeriod,
                ForceDelivery = forceDelivery,
                ContentRetention = contentRetention,
                AddressRetention = addressRetention,
                SmartEncoded = smartEncoded,
                PersistentAction = persistentAction,
                TrafficType = trafficType,
                ShortenUrls = shortenUrls,
                ScheduleType = scheduleType,
                SendAt = sendAt,
                SendAsMms = sendAsMms,
                ContentVariables = contentVariables,
                RiskCheck = riskCheck,
                FallbackFrom = fallbackFrom,
            },
            client);

    /// <summary>Reads one message and how far it has come.</summary>
    public static Task<MessageResource> FetchAsync(FetchMessageOptions options, ITwilioRestClient? client = null) =>
        RestCalls.GetAsync(
            client,
            options.PathAccountSid,
            $"/Messages/{RestCalls.Step(options.PathSid)}",
            [],
            json => new MessageResource(json));

    /// <inheritdoc cref="FetchAsync(FetchMessageOptions, ITwilioRestClient)"/>
    public static Task<MessageResource> FetchAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null) =>
        FetchAsync(new FetchMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>Reads the resource from JSON, as in a response.</summary>
    public static MessageResource FromJson(string json) => JsonFields.Read(json, fields => new MessageResource(fields));

    /// <summary>How far a message has come.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Queued = new("queued");
        public static readonly StatusEnum Sending = new("sending");
        public static readonly StatusEnum Sent = new("sent");
        public static readonly StatusEnum Failed = new("failed");
        public static readonly StatusEnum Delivered = new("delivered");
        public static readonly StatusEnum Undelivered = new("undelivered");
        public static readonly StatusEnum Receiving = new("receiving");
        public static readonly StatusEnum Received = new("received");
        public static readonly StatusEnum Accepted = new("accepted");
        public static readonly StatusEnum Scheduled = new("scheduled");
        public static readonly StatusEnum Read = new("read");
        public static readonly StatusEnum PartiallyDelivered = new("partially_delivered");
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

    /// <summary>Who sent a message.</summary>
    public sealed class DirectionEnum : StringEnum
    {
        public static readonly DirectionEnum Inbound = new("inbound");
        public static readonly DirectionEnum OutboundApi = new("outbound-api");
        public static readonly DirectionEnum OutboundCall = new("outbound-call");
        public static readonly DirectionEnum OutboundReply = new("outbound-reply");

        public DirectionEnum()
        {
        }

        private DirectionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator DirectionEnum(string value) => new(value);
    }

    /// <summary>Whether Twilio keeps the text.</summary>
    public sealed class ContentRetentionEnum : StringEnum
    {
        public static readonly ContentRetentionEnum Retain = new("retain");
        public static readonly ContentRetentionEnum Discard = new("discard");

        public ContentRetentionEnum()
        {
        }

        private ContentRetentionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ContentRetentionEnum(string value) => new(value);
    }

    /// <summary>Whether Twilio keeps the number.</summary>
    public sealed class AddressRetentionEnum : StringEnum
    {
        public static readonly AddressRetentionEnum Retain = new("retain");
        public static readonly AddressRetentionEnum Obfuscate = new("obfuscate");

        public AddressRetentionEnum()
        {
        }

        private AddressRetentionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator AddressRetentionEnum(string value) => new(value);
    }

    /// <summary>A kind of traffic.</summary>
    public sealed class TrafficTypeEnum : StringEnum
    {
        public static readonly TrafficTypeEnum Free = new("free");

        public TrafficTypeEnum()
        {
        }

        private TrafficTypeEnum(string value)
            : base(value)
        {
        }

        public static implicit operator TrafficTypeEnum(string value) => new(value);
    }

    /// <summary>When a message is sent.</summary>
    public sealed class ScheduleTypeEnum : StringEnum
    {
        public static readonly ScheduleTypeEnum Fixed = new("fixed");

        public ScheduleTypeEnum()
        {
        }

        private ScheduleTypeEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ScheduleTypeEnum(string value) => new(value);
    }

    /// <summary>Whether fraud protection looks at a message.</summary>
    public sealed class RiskCheckEnum : StringEnum
    {
        public static readonly RiskCheckEnum Enable = new("enable");
        public static readonly RiskCheckEnum Disable = new("disable");

        public RiskCheckEnum()
        {
        }

        private RiskCheckEnum(string value)
            : base(value)
        {
        }

        public static implicit operator RiskCheckEnum(string value) => new(value);
    }
}
