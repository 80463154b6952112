namespace Twilio.AspNet.Core;

/// <summary>The configuration section <c>Twilio</c>.</summary>
public class TwilioOptions
{
    /// <summary>The account's primary auth token, used where a section below has none of its own.</summary>
    public string? AuthToken { get; set; }

    public TwilioClientOptions? Client { get; set; }

    public TwilioRequestValidationOptions? RequestValidation { get; set; }
}

/// <summary>The configuration section <c>Twilio:Client</c>.</summary>
public class TwilioClientOptions
{
    public string AccountSid { get; set; } = null!;

    public string? AuthToken { get; set; }

    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    /// <summary>Which pair of credentials is used; found out from what is given when unspecified.</summary>
    public CredentialType CredentialType { get; set; }

    public string? Region { get; set; }

    public string? Edge { get; set; }

    /// <summary><c>debug</c> writes each request and response to the console.</summary>
    public string? LogLevel { get; set; }
}

/// <summary>The configuration section <c>Twilio:RequestValidation</c>.</summary>
public class TwilioRequestValidationOptions
{
    /// <summary>The account's primary auth token; <c>Twilio:AuthToken</c> when empty.</summary>
    public string AuthToken { get; set; } = null!;

    /// <summary>Lets requests from this machine pass unsigned. For development only.</summary>
    public bool? AllowLocal { get; set; }

    /// <summary>The public base URL that Twilio signs, when neither the request nor forwarded headers tell it.</summary>
    public string? BaseUrlOverride { get; set; }
}

/// <summary>The credentials a client signs in with.</summary>
public enum CredentialType
{
    Unspecified,
    AuthToken,
    ApiKey,
}
