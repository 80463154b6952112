using System.Net;
using System.Net.Http.Headers;

namespace Twilio.Http;

/// <summary>An answer of Twilio's REST API.</summary>
public class Response(HttpStatusCode statusCode, string content, HttpResponseHeaders? headers = null)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The body, JSON as a rule; empty after a deletion.</summary>
    public string Content { get; } = content;

    public HttpResponseHeaders? Headers { get; } = headers;
}
