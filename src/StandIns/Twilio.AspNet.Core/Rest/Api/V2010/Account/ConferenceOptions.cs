using Twilio.Base;
using Twilio.Rest.Wire;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A conference to read.</summary>
public class FetchConferenceOptions(string pathSid) : IOptions<ConferenceResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}

/// <summary>Which conferences to read.</summary>
public class ReadConferenceOptions : ReadOptions<ConferenceResource>
{
    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public DateTime? DateCreated { get; set; }

    public DateTime? DateCreatedBefore { get; set; }

    public DateTime? DateCreatedAfter { get; set; }

    public DateTime? DateUpdated { get; set; }

    public DateTime? DateUpdatedBefore { get; set; }

    public DateTime? DateUpdatedAfter { get; set; }

    /// <summary>The name given in TwiML.</summary>
    public string? FriendlyName { get; set; }

    public ConferenceResource.StatusEnum? Status { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams()
    {
        var fields = new FormFields();
        fields.AddDay("DateCreated", DateCreated);
        fields.AddDay("DateCreated<", DateCreatedBefore);
        fields.AddDay("DateCreated>", DateCreatedAfter);
        fields.AddDay("DateUpdated", DateUpdated);
        fields.AddDay("DateUpdated<", DateUpdatedBefore);
        fields.AddDay("DateUpdated>", DateUpdatedAfter);
        fields.Add("FriendlyName", FriendlyName);
        fields.Add("Status", Status);
        fields.Add("PageSize", PageSize);
        return fields;
    }
}

/// <summary>What to do with a conference.</summary>
public class UpdateConferenceOptions(string pathSid) : IOptions<ConferenceResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public ConferenceResource.UpdateStatusEnum? Status { get; set; }

    /// <summary>An audio file or a document of Play and Say that everybody hears.</summary>
    public Uri? AnnounceUrl { get; set; }

    public Http.HttpMethod? AnnounceMethod { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "Status", Status },
        { "AnnounceUrl", AnnounceUrl },
        { "AnnounceMethod", AnnounceMethod },
    };
}
