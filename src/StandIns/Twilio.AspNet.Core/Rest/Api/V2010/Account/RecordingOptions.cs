using Twilio.Base;
using Twilio.Rest.Wire;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A recording to read.</summary>
public class FetchRecordingOptions(string pathSid) : IOptions<RecordingResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public bool? IncludeSoftDeleted { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "IncludeSoftDeleted", IncludeSoftDeleted },
    };
}

/// <summary>Which recordings to read.</summary>
public class ReadRecordingOptions : ReadOptions<RecordingResource>
{
    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public DateTime? DateCreated { get; set; }

    public DateTime? DateCreatedBefore { get; set; }

    public DateTime? DateCreatedAfter { get; set; }

    public string? CallSid { get; set; }

    public string? ConferenceSid { get; set; }

    public bool? IncludeSoftDeleted { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "DateCreated", DateCreated },
        { "DateCreated<", DateCreatedBefore },
        { "DateCreated>", DateCreatedAfter },
        { "CallSid", CallSid },
        { "ConferenceSid", ConferenceSid },
        { "IncludeSoftDeleted", IncludeSoftDeleted },
        { "PageSize", PageSize },
    };
}

/// <summary>A recording to delete.</summary>
public class DeleteRecordingOptions(string pathSid) : IOptions<RecordingResource>
{
    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}
