using Twilio.Http;

namespace Twilio.Clients;

/// <summary>A client of Twilio's REST API for one account.</summary>
public interface ITwilioRestClient
{
    /// <summary>The account whose resources are meant when a call names none.</summary>
    string AccountSid { get; }

    /// <summary>The region that requests go to, or null for the default one.</summary>
    string? Region { get; }

    /// <summary>What carries the requests.</summary>
    Http.HttpClient HttpClient { get; }

    /// <summary>Sends a request.</summary>
    /// <exception cref="Exceptions.ApiException">Twilio refused the request.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">No answer came.</exception>
    Response Request(Request request);

    /// <summary>Sends a request.</summary>
    /// <exception cref="Exceptions.ApiException">Twilio refused the request.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">No answer came.</exception>
    Task<Response> RequestAsync(Request request);
}
