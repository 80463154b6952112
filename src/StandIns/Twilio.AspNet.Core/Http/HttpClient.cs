using System.Text;

namespace Twilio.Http;

/// <summary>What carries requests to Twilio. Derive from it to put something else in the place of the network.</summary>
public abstract class HttpClient
{
    /// <summary>The request sent last, for debugging; clients are shared between threads.</summary>
    public Request? LastRequest { get; protected set; }

    /// <summary>The response received last, for debugging.</summary>
    public Response? LastResponse { get; protected set; }

    /// <summary>Sends a request and waits for the response, whatever its status.</summary>
    public abstract Response MakeRequest(Request request);

    /// <summary>Sends a request; the task ends with the response, whatever its status.</summary>
    public abstract Task<Response> MakeRequestAsync(Request request);

    /// <summary>The credentials as HTTP's Basic scheme encodes them.</summary>
#pragma warning disable CA1822 // The vendor's signature.
    public string Authentication(string username, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
#pragma warning restore CA1822
}
