using Infoline.Ivr.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;
using Twilio.Security;

namespace Infoline.Ivr.Voice.Signatures;

/// <summary>
/// Tells whether a webhook was signed by the network: over the address as it was sent, byte for byte, and over every field. The
/// vendor's validation does the reckoning; what it leaves to its caller is done here: a missing signature, a second token
/// while tokens are changed, the public address, and the hash of a body that is no form.
/// </summary>
internal sealed partial class WebhookSignature(
    IOptions<SignatureOptions> tokens,
    IOptions<HotlineOptions> hotline,
    TimeProvider time,
    ILogger<WebhookSignature> logger)
{
    private const string Header = "X-Twilio-Signature";
    private const string BodyHash = "bodySHA256";

    private readonly string _token = tokens.Value.AuthToken;
    private readonly string _otherToken = tokens.Value.OtherAuthToken;
    private readonly DateTimeOffset? _windowEnd = tokens.Value.WindowEnd;
    private readonly string _publicUrl = hotline.Value.PublicUrl.TrimEnd('/');
    private int _otherTokenSeen;

    public async Task<bool> IsRightAsync(HttpContext context)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 } signature] || AddressOf(context) is not { } address)
            return false;
        if (await IsRightAsync(context, address, signature, _token))
            return true;
        if (_windowEnd is not { } end || time.GetUtcNow() >= end || !await IsRightAsync(context, address, signature, _otherToken))
            return false;
        if (Interlocked.Exchange(ref _otherTokenSeen, 1) == 0)
            OtherTokenSeen(logger, end);
        return true;
    }

    private static async Task<bool> IsRightAsync(HttpContext context, string address, string signature, string token)
    {
        if (!await RequestValidationHelper.IsValidRequestAsync(context, token, address, allowLocal: false))
            return false;
        var request = context.Request;
        return request.HasFormContentType || !request.Query.ContainsKey(BodyHash)
            || (request.Query[BodyHash] is [{ Length: > 0 }] && new RequestValidator(token).Validate(address, await BodyAsync(request), signature));
    }

    /// <summary>The address that the network was told to call, or null when the request does not say.</summary>
    private string? AddressOf(HttpContext context)
    {
        var request = context.Request;
        if (_publicUrl.Length == 0 && !request.Host.HasValue)
            return null;
        var origin = _publicUrl.Length > 0 ? _publicUrl : $"{request.Scheme}://{request.Host.ToUriComponent()}";
        // The server decodes a path, and encoding it again may give other bytes than were signed.
        return context.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] sent
            ? origin + sent
            : $"{origin}{request.PathBase}{request.Path}{request.QueryString}";
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        request.EnableBuffering();
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return body;
    }

    [LoggerMessage(EventName = "OtherTokenSeen", Level = LogLevel.Information, Message = "Webhooks come signed with the second auth token, which is accepted until {Until:O}")]
    private static partial void OtherTokenSeen(ILogger logger, DateTimeOffset until);
}

/// <summary>Puts the check of signatures in front of endpoints.</summary>
internal static class SignedWebhooks
{
    public static IServiceCollection AddWebhookSignatures(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SignatureOptions>, SignatureOptionsCheck>();
        services.AddOptions<SignatureOptions>().BindConfiguration(SignatureOptions.Section).ValidateOnStart();
        return services.AddSingleton<WebhookSignature>();
    }

    /// <summary>Answers 403, and nothing else, to what the network did not sign, before anything of the request is bound.</summary>
    public static void RequireSignature(this RouteGroupBuilder group) => ((IEndpointConventionBuilder)group).Add(endpoint =>
    {
        if (endpoint.RequestDelegate is not { } signed)
            return;
        endpoint.RequestDelegate = async context =>
        {
            await WebhookForm.PrepareAsync(context);
            if (await context.RequestServices.GetRequiredService<WebhookSignature>().IsRightAsync(context))
                await signed(context);
            else
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
        };
    });
}
