using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Http;

namespace Infoline.StandIns.Tests.Rest;

/// <summary>A request as it came over the wire.</summary>
internal sealed record WireRequest(string Method, string Target, string Host, IReadOnlyList<(string Name, string Value)> Form, string? Authorization, string? UserAgent)
{
    public string this[string name] => Form.Single(field => string.Equals(field.Name, name, StringComparison.Ordinal)).Value;
}

/// <summary>Plays Twilio's REST API on a real socket: keeps each request and answers what the test laid ready.</summary>
internal sealed class RestServer : IAsyncDisposable
{
    public const string Account = "AC11111111111111111111111111111111";
    public const string Token = "99999999999999999999999999999999";
    public const string Paths = "/2010-04-01/Accounts/" + Account;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly ConcurrentQueue<(int Status, string Body)> _answers = new();

    private RestServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Answer);
    }

    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public WireRequest Request => Requests.ShouldHaveSingleItem();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<RestServer> Start()
    {
        var server = new RestServer();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public RestServer Answers(string body, int status = 200)
    {
        _answers.Enqueue((status, body));
        return this;
    }

    /// <summary>The official way to another address: a handler under the library's own HTTP client.</summary>
    public ITwilioRestClient Client(string? region = null, string? edge = null, string? apiKey = null) => new TwilioRestClient(
        apiKey ?? Account,
        Token,
        accountSid: apiKey is null ? null : Account,
        region: region,
        httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(new Retarget(Address))),
        edge: edge);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        var body = await new StreamReader(request.Body, Encoding.UTF8).ReadToEndAsync();
        _requests.Enqueue(new(
            request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            request.Headers["X-Meant-For"].ToString(),
            [.. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Field)],
            request.Headers.Authorization,
            request.Headers.UserAgent));
        var (status, answer) = _answers.TryDequeue(out var next) ? next : (500, "no answer was laid ready");
        context.Response.StatusCode = status;
        if (answer.Length > 0)
            await context.Response.WriteAsync(answer);
    }

    private static (string Name, string Value) Field(string pair) =>
        pair.Split('=') is [var name, var value] ? (WebUtility.UrlDecode(name), WebUtility.UrlDecode(value)) : (pair, "");

    /// <summary>Sends to the test's server what was meant for Twilio's, and notes which host that was.</summary>
    internal sealed class Retarget(Uri server) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Meant-For", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new UriBuilder(request.RequestUri) { Scheme = server.Scheme, Host = server.Host, Port = server.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
