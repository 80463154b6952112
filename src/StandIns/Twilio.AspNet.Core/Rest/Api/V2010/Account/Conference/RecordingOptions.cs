using Twilio.Base;
using Twilio.Rest.Wire;

namespace Twilio.Rest.Api.V2010.Account.Conference;

/// <summary>A recording to read.</summary>
public class FetchRecordingOptions(string pathConferenceSid, string pathSid) : IOptions<RecordingResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}

/// <summary>Which recordings to read.</summary>
public class ReadRecordingOptions(string pathConferenceSid) : ReadOptions<RecordingResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    public DateTime? DateCreated { get; set; }

    public DateTime? DateCreatedBefore { get; set; }

    public DateTime? DateCreatedAfter { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams()
    {
        var fields = new FormFields();
        fields.AddDay("DateCreated", DateCreated);
        fields.AddDay("DateCreated<", DateCreatedBefore);
        fields.AddDay("DateCreated>", DateCreatedAfter);
        fields.Add("PageSize", PageSize);
        return fields;
    }
}

/// <summary>A recording to pause, resume or stop.</summary>
public class UpdateRecordingOptions(string pathConferenceSid, string pathSid, RecordingResource.StatusEnum status) : IOptions<RecordingResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    public string PathSid { get; } = pathSid;

    /// <summary>in-progress resumes, paused pauses, stopped ends.</summary>
    public RecordingResource.StatusEnum Status { get; } = status;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }

    /// <summary>What a pause leaves in the recording: skip or silence; silence when null.</summary>
    public string? PauseBehavior { get; set; }

    /// <summary>The parameters as they go on the wire.</summary>
    public List<KeyValuePair<string, string>> GetParams() => new FormFields
    {
        { "Status", Status },
        { "PauseBehavior", PauseBehavior },
    };
}

/// <summary>A recording to delete.</summary>
public class DeleteRecordingOptions(string pathConferenceSid, string pathSid) : IOptions<RecordingResource>
{
    public string PathConferenceSid { get; } = pathConferenceSid;

    public string PathSid { get; } = pathSid;

    /// <summary>The account; the client's when null.</summary>
    public string? PathAccountSid { get; set; }
}
