namespace Infoline.Ivr.Voice;

/// <summary>Counts and logs the webhooks that are refused: one line each, with nothing of what was sent.</summary>
internal sealed partial class RefusedWebhooks(RequestDelegate next, VoiceMetrics metrics, ILogger<RefusedWebhooks> logger)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/voice", StringComparison.Ordinal) ? WatchAsync(context) : next(context);

    private async Task WatchAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException && !context.Response.HasStarted)
        {
            // A body that cannot be read cannot have been signed.
            context.Response.StatusCode = (unreadable as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status403Forbidden;
            metrics.Refused();
            WebhookUnreadable(logger, NameOf(context), context.Response.StatusCode);
            return;
        }

        if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            metrics.Refused();
            WebhookRefused(logger, NameOf(context));
        }
    }

    private static string NameOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown";

    [LoggerMessage(EventName = "WebhookRefused", Level = LogLevel.Warning, Message = "A request to webhook {Webhook} was refused: its signature is missing or wrong")]
    private static partial void WebhookRefused(ILogger logger, string webhook);

    [LoggerMessage(EventName = "WebhookUnreadable", Level = LogLevel.Warning, Message = "A request to webhook {Webhook} was refused with {Status}: its body is too large or no form")]
    private static partial void WebhookUnreadable(ILogger logger, string webhook, int status);
}
