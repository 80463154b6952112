using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace Twilio.Http;

/// <summary>Sends requests by a <see cref="System.Net.Http.HttpClient"/>; its handlers see each request and may send it elsewhere.</summary>
public class SystemNetHttpClient : HttpClient
{
    private static readonly string UserAgent =
        $"twilio-csharp/{typeof(SystemNetHttpClient).Assembly.GetName().Version} "
        + $"({Environment.OSVersion.Platform} {RuntimeInformation.OSArchitecture}) .NET/{Environment.Version}";

    private readonly System.Net.Http.HttpClient _client;

    /// <summary>Sends by the given client, or by one of its own that follows no redirects.</summary>
    public SystemNetHttpClient(System.Net.Http.HttpClient? httpClient = null) =>
        _client = httpClient ?? new(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });

    /// <inheritdoc/>
    public override Response MakeRequest(Request request) => Task.Run(() => MakeRequestAsync(request)).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async Task<Response> MakeRequestAsync(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var message = Message(request);
        LastRequest = request;
        LastResponse = null;
        using var answer = await _client.SendAsync(message);
        var response = new Response(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers);
        LastResponse = response;
        return response;
    }

    private HttpRequestMessage Message(Request request)
    {
        var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl());
        if (!request.Method.Equals(HttpMethod.Get))
            message.Content = new FormUrlEncodedContent(request.PostParams);
        if (request is { Username: { } username, Password: { } password })
            message.Headers.Authorization = new("Basic", Authentication(username, password));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", string.Join(' ', [UserAgent, .. request.UserAgentExtensions ?? []]));
        foreach (var (name, value) in request.HeaderParams)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
