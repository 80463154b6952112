using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infoline.StandIns.Tests.Speech;

/// <summary>Azure Speech's REST interface on this machine: tokens for a key, speech for a token.</summary>
internal sealed class AzureSpeechService : IAsyncDisposable
{
    public const string Key = "right-key";

    private const string Token = "token-for-right-key";

    private readonly WebApplication _app;
    private readonly TaskCompletionSource _ended = new();

    private AzureSpeechService(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The documents that were sent, with the form of audio asked for.</summary>
    public ConcurrentQueue<(string Ssml, string Format)> Heard { get; } = new();

    public int TokensIssued { get; private set; }

    /// <summary>The answer to every text instead of speech.</summary>
    public int? Status { get; set; }

    /// <summary>Whether texts are never answered.</summary>
    public bool Hangs { get; set; }

    public byte[] Audio { get; set; } = [];

    public static async Task<AzureSpeechService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new AzureSpeechService(builder.Build());
        service._app.MapPost("/sts/v1.0/issueToken", service.IssueToken);
        service._app.MapPost("/cognitiveservices/v1", service.SynthesizeAsync);
        await service._app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _app.DisposeAsync();
    }

    private IResult IssueToken(HttpRequest request)
    {
        if (request.Headers["Ocp-Apim-Subscription-Key"] != Key)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        TokensIssued++;
        return Results.Text(Token);
    }

    private async Task<IResult> SynthesizeAsync(HttpRequest request)
    {
        if (request.Headers.Authorization != "Bearer " + Token)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (request.ContentType?.StartsWith("application/ssml+xml", StringComparison.Ordinal) != true || request.Headers.UserAgent.Count == 0)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        using var reader = new StreamReader(request.Body);
        Heard.Enqueue((await reader.ReadToEndAsync(), request.Headers["X-Microsoft-OutputFormat"].ToString()));
        if (Hangs)
            await _ended.Task;
        return Status is { } status ? Results.StatusCode(status) : Results.Bytes(Audio, "audio/x-wav");
    }
}
