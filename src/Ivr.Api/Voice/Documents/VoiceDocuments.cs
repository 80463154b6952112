using System.Text;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Microsoft.Extensions.Caching.Memory;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>
/// Sends what a step answered. The same webhook told twice, known by its idempotency token, gets the very same document
/// ("Webhooks: connection overrides"), and a fault inside leads the caller back to the menu instead of to the network's error.
/// </summary>
internal sealed partial class VoiceDocuments(IServiceProvider services, IMemoryCache replays, ILogger<VoiceDocuments> logger) : IEndpointFilter
{
    public const string IdempotencyHeader = "I-Twilio-Idempotency-Token";

    private const int LongestToken = 200;
    private static readonly TimeSpan RetriesComeWithin = TimeSpan.FromMinutes(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        using var scope = CallScope.Begin(logger, context);
        var token = Token(http.Request);
        if (token is not null && replays.TryGetValue(token, out byte[]? before))
        {
            return new Replay(before!);
        }

        try
        {
            switch (await next(context))
            {
                case VoiceDocument { Lasting: true } lasting:
                    return lasting;
                case VoiceDocument document:
                    return Keep(token, document.ToBytes());
                case VoiceResponse response:
                    return Keep(token, Encoding.UTF8.GetBytes(response.ToString()));
                case var other:
                    return other;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            StepFailed(logger, fault, http.Request.Path);
            return services.GetRequiredService<MenuDocuments>().Sorry(LanguageOf(http), tries: 0);
        }
    }

    private Replay Keep(string? token, byte[] document)
    {
        if (token is not null)
        {
            replays.Set(token, document, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = RetriesComeWithin, Size = document.Length });
        }

        return new Replay(document);
    }

    private static string? Token(HttpRequest request) => request.Headers[IdempotencyHeader] is [{ Length: > 0 and <= LongestToken } told]
        ? string.Concat(told, " ", request.Path.Value, request.QueryString.Value)
        : null;

    private static Language LanguageOf(HttpContext http) =>
        http.Request.RouteValues["language"] is string code && LanguageCodes.TryParse(code, out var chosen) ? chosen : Language.Polish;

    [LoggerMessage(EventName = "StepFailed", Level = LogLevel.Error, Message = "The step {Path} failed; the caller is led back to the menu")]
    private static partial void StepFailed(ILogger logger, Exception fault, string path);

    private sealed class Replay(byte[] document) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = VoiceDocument.ContentType;
            httpContext.Response.ContentLength = document.Length;
            await httpContext.Response.BodyWriter.WriteAsync(document, httpContext.RequestAborted);
        }
    }
}
