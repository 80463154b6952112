using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Twilio.AspNet.Core;

/// <summary>An endpoint filter that answers 403 to what Twilio did not sign.</summary>
/// <remarks>
/// Filters run after a handler's parameters are bound. Where a handler binds a JSON body use
/// <see cref="TwilioFilterExtensions.ValidateTwilioRequest(RouteHandlerBuilder)"/>, which runs before.
/// </remarks>
public class ValidateTwilioRequestFilter : IEndpointFilter
{
    /// <summary>Runs the endpoint when the request is signed.</summary>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        return await TwilioRequestGate.PassesAsync(context.HttpContext)
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

/// <summary>A middleware that answers 403 to what Twilio did not sign.</summary>
public class ValidateTwilioRequestMiddleware(RequestDelegate next)
{
    /// <summary>Runs the rest of the pipeline when the request is signed.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await TwilioRequestGate.PassesAsync(context))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

/// <summary>Puts the validation on endpoints.</summary>
public static class TwilioFilterExtensions
{
    /// <summary>Answers 403 to what Twilio did not sign, before anything of the request is bound.</summary>
    public static RouteHandlerBuilder ValidateTwilioRequest(this RouteHandlerBuilder builder) => Gate(builder);

    /// <summary>Answers 403 to what Twilio did not sign, before anything of the request is bound, on every endpoint of the group.</summary>
    public static RouteGroupBuilder ValidateTwilioRequest(this RouteGroupBuilder builder) => Gate(builder);

    private static T Gate<T>(T builder) where T : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } inner)
                endpoint.RequestDelegate = new ValidateTwilioRequestMiddleware(inner).InvokeAsync;
        });
        return builder;
    }
}

/// <summary>Puts the validation in front of a pipeline.</summary>
public static class ValidateTwilioRequestMiddlewareExtensions
{
    /// <summary>Answers 403 to what Twilio did not sign.</summary>
    public static IApplicationBuilder UseTwilioRequestValidation(this IApplicationBuilder builder) =>
        builder.UseMiddleware<ValidateTwilioRequestMiddleware>();
}

/// <summary>Validates a request and tells the log why one was refused.</summary>
internal static partial class TwilioRequestGate
{
    public static async Task<bool> PassesAsync(HttpContext context)
    {
        if (await RequestValidationHelper.IsValidRequestAsync(context))
            return true;
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Twilio.AspNet.Core.RequestValidation");
        if (!logger.IsEnabled(LogLevel.Warning))
            return false;
        var request = context.Request;
        if (request.Headers.ContainsKey("X-Twilio-Signature"))
            LogWrongSignature(logger, request.Scheme, request.Host.Value ?? "");
        else
            LogNoSignature(logger);
        return false;
    }

    [LoggerMessage(1, LogLevel.Warning,
        "A request was refused: its X-Twilio-Signature does not fit {Scheme}://{Host}. If Twilio calls another address, set "
        + "Twilio:RequestValidation:BaseUrlOverride to it or let ForwardedHeaders know the proxy; if the auth token was replaced, set the new one.")]
    private static partial void LogWrongSignature(ILogger logger, string scheme, string host);

    [LoggerMessage(2, LogLevel.Warning, "A request was refused: it has no X-Twilio-Signature.")]
    private static partial void LogNoSignature(ILogger logger);
}
