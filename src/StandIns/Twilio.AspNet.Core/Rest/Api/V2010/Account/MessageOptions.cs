using Twilio.Base;
using Twilio.Rest.Wire;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A message to send.</summary>
public class CreateMessageOptions(PhoneNumber to) : IOptions<MessageResource>
{
    public PhoneNumber To { get; } = to;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public Uri? StatusCallback { get; set; }

    public string? ApplicationSid { get; set; }

    public decimal? MaxPrice { get; set; }

    public bool? ProvideFeedback { get; set; }

    public int? Attempt { get; set; }

    /// <summary>How long Twilio tries to send it, 1 to 36000 seconds.</summary>
    public int? ValidityPeriod { get; set; }

    public bool? ForceDelivery { get; set; }

    public MessageResource.ContentRetentionEnum? ContentRetention { get; set; }

    public MessageResource.AddressRetentionEnum? AddressRetention { get; set; }

    public bool? SmartEncoded { get; set; }

    public List<string>? PersistentAction { get; set; } = [];

    public MessageResource.TrafficTypeEnum? TrafficType { get; set; }

    public bool? ShortenUrls { get; set; }

    public MessageResource.ScheduleTypeEnum? ScheduleType { get; set; }

    /// <summary>In UTC; needs ScheduleType and a messaging service.</summary>
    public DateTime? SendAt { get; set; }

    public bool? SendAsMms { get; set; }

    public string? ContentVariables { get; set; }

    public MessageResource.RiskCheckEnum? RiskCheck { get; set; }

    public PhoneNumber? From { get; set; }

    public PhoneNumber? FallbackFrom { get; set; }

    public string? MessagingServiceSid { get; set; }

    /// <summary>At most 1600 characters.</summary>
    public string? Body { get; set; }

    public List<Uri>? MediaUrl { get; set; } = [];

    public string? ContentSid { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "To", To },
        { "StatusCallback", StatusCallback },
        { "ApplicationSid", ApplicationSid },
        { "MaxPrice", MaxPrice },
        { "ProvideFeedback", ProvideFeedback },
        { "Attempt", Attempt },
        { "ValidityPeriod", ValidityPeriod },
        { "ForceDelivery", ForceDelivery },
        { "ContentRetention", ContentRetention },
        { "AddressRetention", AddressRetention },
        { "SmartEncoded", SmartEncoded },
        { "PersistentAction", PersistentAction },
        { "TrafficType", TrafficType },
        { "ShortenUrls", ShortenUrls },
        { "ScheduleType", ScheduleType },
        { "SendAt", SendAt },
        { "SendAsMms", SendAsMms },
        { "ContentVariables", ContentVariables },
        { "RiskCheck", RiskCheck },
        { "From", From },
        { "FallbackFrom", FallbackFrom },
        { "MessagingServiceSid", MessagingServiceSid },
        { "Body", Body },
        { "MediaUrl", MediaUrl },
        { "ContentSid", ContentSid },
    };
}

/// <summary>A message to read.</summary>
public class FetchMessageOptions(string pathSid) : IOptions<MessageResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}
