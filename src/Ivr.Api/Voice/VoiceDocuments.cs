using System.Text;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Microsoft.Extensions.Caching.Memory;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice;

/// <summary>
/// Renders what a step answered. The same webhook told twice, known by its idempotency token, gets the very same document
/// (twilio-voice facts, T3), and a fault inside leads the caller back to the menu instead of to the network's error.
/// </summary>
internal sealed partial class VoiceDocuments(IServiceProvider services, IMemoryCache replays, ILogger<VoiceDocuments> logger) : IEndpointFilter
{
    public const string IdempotencyHeader = "I-Twilio-Idempotency-Token";

    private static readonly TimeSpan RetriesComeWithin = TimeSpan.FromMinutes(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var token = http.Request.Headers[IdempotencyHeader].ToString() is { Length: > 0 and <= 200 } told ? $"{told} {http.Request.Path}{http.Request.QueryString}" : null;
        if (token is not null && replays.TryGetValue(token, out byte[]? before))
        {
            return Document(before!);
        }

        byte[] document;
        try
        {
            var answer = await next(context);
            if (answer is not VoiceResponse response)
            {
                return answer;
            }

            document = Render(response);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            StepFailed(logger, fault, http.Request.Path);
            return Document(Render(BackToTheMenu(http)));
        }

        if (token is not null)
        {
            replays.Set(token, document, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = RetriesComeWithin, Size = document.Length });
        }

        return Document(document);
    }

    private VoiceResponse BackToTheMenu(HttpContext http)
    {
        var language = http.Request.RouteValues["language"] is string code && LanguageCodes.TryParse(code, out var chosen) ? chosen : Language.Polish;
        var content = services.GetRequiredService<LineContent>();
        return services.GetRequiredService<MenuDocuments>().Tell(content.Menu.Start, CallPlace.Entering(language, content.Menu.Start.Id), CallPrompts.ErrorSorry);
    }

    private static byte[] Render(VoiceResponse response) => Encoding.UTF8.GetBytes(response.ToString());

    private static IResult Document(byte[] document) => Results.Bytes(document, "application/xml; charset=utf-8");

    [LoggerMessage(EventName = "StepFailed", Level = LogLevel.Error, Message = "The step {Path} failed; the caller is led back to the menu")]
    private static partial void StepFailed(ILogger logger, Exception fault, string path);
}
