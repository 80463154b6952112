using System.Net;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

/// <summary>Signs requests with the account's credentials and turns refusals into exceptions. Nothing is sent twice.</summary>
public class TwilioRestClient : ITwilioRestClient
{
    private readonly string _username;
    private readonly string _password;

    /// <summary>A client for one account.</summary>
    /// <param name="username">The account's SID, or an API key's.</param>
    /// <param name="password">The auth token, or the API key's secret.</param>
    /// <param name="accountSid">The account, when the user name is an API key.</param>
    /// <param name="region">Where the account's data live.</param>
    /// <param name="httpClient">What carries the requests; a client of its own when null.</param>
    /// <param name="edge">Where requests enter Twilio's network.</param>
    public TwilioRestClient(
        string username,
        string password,
        string? accountSid = null,
        string? region = null,
        Http.HttpClient? httpClient = null,
        string? edge = null)
    {
        _username = username;
        _password = password;
        AccountSid = accountSid ?? username;
        HttpClient = httpClient ?? new SystemNetHttpClient();
        Region = region;
        Edge = edge;
    }

    /// <inheritdoc/>
    public Http.HttpClient HttpClient { get; }

    /// <inheritdoc/>
    public string AccountSid { get; }

    /// <inheritdoc/>
    public string? Region { get; }

    /// <summary>Where requests enter Twilio's network, or null for the default.</summary>
    public string? Edge { get; set; }

    /// <summary>What follows the library's own name in the User-Agent header.</summary>
    public string[]? UserAgentExtensions { get; set; }

    /// <summary>Kept for configuration's sake. Requests are not written out: their forms hold callers' numbers.</summary>
    public string? LogLevel { get; set; } = Environment.GetEnvironmentVariable("TWILIO_LOG_LEVEL");

    /// <inheritdoc/>
    public Response Request(Request request)
    {
        Prepare(request);
        try
        {
            return Accepted(HttpClient.MakeRequest(request));
        }
        catch (Exception fault) when (fault is not ApiException)
        {
            throw NoAnswer(request, fault);
        }
    }

    /// <inheritdoc/>
    public async Task<Response> RequestAsync(Request request)
    {
        Prepare(request);
        try
        {
            return Accepted(await HttpClient.MakeRequestAsync(request));
        }
        catch (Exception fault) when (fault is not ApiException)
        {
            throw NoAnswer(request, fault);
        }
    }

    private void Prepare(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.SetAuth(_username, _password);
        request.Region = Region ?? request.Region;
        request.Edge = Edge ?? request.Edge;
        request.UserAgentExtensions = UserAgentExtensions ?? request.UserAgentExtensions;
    }

    private static Response Accepted(Response response) =>
        response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest
            ? response
            : throw Rest.Wire.Refusals.Read(response);

    private static ApiConnectionException NoAnswer(Request request, Exception fault) =>
        new($"Connection Error: {request.Method}{request.ConstructUrl()}", fault);
}
