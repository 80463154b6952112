namespace Twilio.Exceptions;

/// <summary>Something about Twilio's API went wrong.</summary>
public class TwilioException : Exception
{
    public TwilioException()
    {
    }

    public TwilioException(string message)
        : base(message)
    {
    }

    public TwilioException(string message, Exception? exception)
        : base(message, exception)
    {
    }
}

/// <summary>No answer came: the network, a time-out, or a cancelled request.</summary>
public class ApiConnectionException : TwilioException
{
    public ApiConnectionException(string message)
        : base(message)
    {
    }

    public ApiConnectionException(string message, Exception exception)
        : base(message, exception)
    {
    }
}

/// <summary>The library was used without credentials.</summary>
public class AuthenticationException(string message) : TwilioException(message);

/// <summary>Twilio answered, and refused.</summary>
public class ApiException : TwilioException
{
    public ApiException(string message)
        : base(message)
    {
    }

    public ApiException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public ApiException(
        int code,
        int status,
        string message,
        string? moreInfo,
        Dictionary<string, object>? details = null,
        Exception? exception = null)
        : base(message, exception)
    {
        Code = code;
        Status = status;
        MoreInfo = moreInfo;
        Details = details;
    }

    /// <summary>Twilio's own number for the fault, such as 20404; see https://www.twilio.com/docs/api/errors.</summary>
    public int Code { get; }

    /// <summary>The HTTP status; 0 when the answer was not one of Twilio's.</summary>
    public int Status { get; }

    /// <summary>Where the fault is described.</summary>
    public string? MoreInfo { get; }

    /// <summary>What else Twilio said.</summary>
    public Dictionary<string, object>? Details { get; }
}
