namespace Infoline.Ivr.Voice;

/// <summary>Counts and logs the webhooks that the signature check refuses: one line each, with nothing of what was sent.</summary>
internal sealed partial class RefusedWebhooks(RequestDelegate next, VoiceMetrics metrics, ILogger<RefusedWebhooks> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && context.Request.Path.StartsWithSegments("/voice", StringComparison.Ordinal))
        {
            metrics.Refused();
            WebhookRefused(logger, context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown");
        }
    }

    [LoggerMessage(EventName = "WebhookRefused", Level = LogLevel.Warning, Message = "A request to webhook {Webhook} was refused: its signature is missing or wrong")]
    private static partial void WebhookRefused(ILogger logger, string webhook);
}
