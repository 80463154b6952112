namespace Twilio.Base;

/// <summary>Something that Twilio's REST API keeps: a call, a conference, a recording.</summary>
public abstract class Resource;

/// <summary>The parameters of one REST call.</summary>
/// <typeparam name="T">The resource it is about.</typeparam>
public interface IOptions<T>
    where T : Resource;

/// <summary>The parameters of a call that reads a list.</summary>
/// <typeparam name="T">The resources in the list.</typeparam>
public abstract class ReadOptions<T> : IOptions<T>
    where T : Resource
{
    private long? _limit;

    /// <summary>How many resources come with one request.</summary>
    public long? PageSize { get; set; }

    /// <summary>How many resources are read in all; also the size of a page where none is set.</summary>
    public long? Limit
    {
        get => _limit;
        set
        {
            _limit = value;
            PageSize ??= value;
        }
    }
}
