using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Twilio.Security;

namespace Twilio.AspNet.Core;

/// <summary>Validates the signature of a request in an <see cref="HttpContext"/>.</summary>
/// <remarks>
/// The URL is the one the host knows after its ForwardedHeaders middleware has run; headers of a proxy are never read here,
/// since anyone can send them.
/// </remarks>
public static class RequestValidationHelper
{
    private static readonly ConditionalWeakTable<string, RequestValidator> Validators = [];

    /// <summary>Whether the request is signed with the token.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authToken">The account's primary auth token.</param>
    /// <param name="allowLocal">Lets requests from this machine pass unsigned. For development only.</param>
    public static Task<bool> IsValidRequestAsync(HttpContext context, string authToken, bool allowLocal = false) =>
        IsValidRequestAsync(context, authToken, urlOverride: null, allowLocal);

    /// <summary>Whether the request is signed with the token for the given URL.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authToken">The account's primary auth token.</param>
    /// <param name="urlOverride">The whole URL that Twilio signed, when it is not the one the host sees.</param>
    /// <param name="allowLocal">Lets requests from this machine pass unsigned. For development only.</param>
    public static async Task<bool> IsValidRequestAsync(HttpContext context, string authToken, string? urlOverride, bool allowLocal = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(authToken);
        if (allowLocal && IsLocal(context))
            return true;
        if (Signature(context.Request) is not { } signature)
            return false;
        if (context.Request.HasFormContentType)
            await context.Request.ReadFormAsync(context.RequestAborted);
        if (!IsSigned(context.Request, authToken, urlOverride, signature))
            return false;
        return BodyHash(context.Request) is not { } hash || await HasBodyAsync(context, hash);
    }

    /// <summary>Whether the request is signed with the token. A JSON body is not looked at; the asynchronous overloads do that.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authToken">The account's primary auth token.</param>
    /// <param name="allowLocal">Lets requests from this machine pass unsigned. For development only.</param>
    public static bool IsValidRequest(HttpContext context, string authToken, bool allowLocal = false) =>
        IsValidRequest(context, authToken, urlOverride: null, allowLocal);

    /// <summary>Whether the request is signed with the token for the given URL. A JSON body is not looked at; the asynchronous overloads do that.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authToken">The account's primary auth token.</param>
    /// <param name="urlOverride">The whole URL that Twilio signed, when it is not the one the host sees.</param>
    /// <param name="allowLocal">Lets requests from this machine pass unsigned. For development only.</param>
    public static bool IsValidRequest(HttpContext context, string authToken, string? urlOverride, bool allowLocal = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(authToken);
        if (allowLocal && IsLocal(context))
            return true;
        return Signature(context.Request) is { } signature && IsSigned(context.Request, authToken, urlOverride, signature);
    }

    /// <summary>Whether the request passes under the configured options.</summary>
    internal static Task<bool> IsValidRequestAsync(HttpContext context)
    {
        // The monitor's value is built once per change of configuration; a snapshot would be built once per request.
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<TwilioRequestValidationOptions>>().CurrentValue;
        var request = context.Request;
        var urlOverride = options.BaseUrlOverride is { } baseUrl ? $"{baseUrl}{request.Path}{request.QueryString}" : null;
        return IsValidRequestAsync(context, options.AuthToken, urlOverride, options.AllowLocal ?? false);
    }

    private static string? Signature(HttpRequest request) =>
        request.Headers.TryGetValue("X-Twilio-Signature", out var values) && values is [{ Length: > 0 } signature] ? signature : null;

    private static bool IsSigned(HttpRequest request, string authToken, string? urlOverride, string signature)
    {
        var validator = Validators.GetValue(authToken, static token => new RequestValidator(token));
        var form = request.HasFormContentType ? request.Form : null;
        if (IsSigned(validator, request, urlOverride, Joined(form), signature))
            return true;
        // Twilio's libraries do not agree on how a repeated name is signed: as one value joined by commas, or as each distinct value.
        return form is not null && HasRepeatedName(form) && IsSigned(validator, request, urlOverride, Repeated(form), signature);
    }

    private static bool IsSigned(
        RequestValidator validator,
        HttpRequest request,
        string? urlOverride,
        KeyValuePair<string, string>[] parameters,
        string signature)
    {
        if (!string.IsNullOrEmpty(urlOverride))
            return validator.IsSigned(urlOverride, parameters, signature);

        var origin = $"{request.Scheme}://{request.Host.ToUriComponent()}";
        var path = request.PathBase + request.Path;
        if (validator.IsSigned($"{origin}{path}{request.QueryString}", parameters, signature))
            return true;
        // The host decodes the path. Encoded again, it may differ from what was sent and signed.
        return request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] sent
            && validator.IsSigned(origin + sent, parameters, signature);
    }

    private static KeyValuePair<string, string>[] Joined(IFormCollection? form)
    {
        if (form is null || form.Count == 0)
            return [];
        var parameters = new KeyValuePair<string, string>[form.Count];
        var next = 0;
        foreach (var (name, values) in form)
            parameters[next++] = new(name, values.ToString());
        Array.Sort(parameters, RequestSignature.ByName);
        return parameters;
    }

    private static bool HasRepeatedName(IFormCollection form) => form.Any(field => field.Value.Count > 1);

    private static KeyValuePair<string, string>[] Repeated(IFormCollection form) =>
    [
        .. form.OrderBy(field => field.Key, StringComparer.Ordinal)
            .SelectMany(field => Distinct(field.Value).Select(value => new KeyValuePair<string, string>(field.Key, value))),
    ];

    private static IEnumerable<string> Distinct(StringValues values) =>
        values.Select(value => value ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string? BodyHash(HttpRequest request) =>
        request.HasFormContentType || !request.QueryString.HasValue ? null : SignedUrl.BodyHash(request.QueryString.Value!);

    private static async Task<bool> HasBodyAsync(HttpContext context, string hash)
    {
        var request = context.Request;
        request.EnableBuffering();
        request.Body.Position = 0;
        var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, context.RequestAborted));
        request.Body.Position = 0;
        return string.Equals(actual, hash, StringComparison.Ordinal);
    }

    private static bool IsLocal(HttpContext context)
    {
        // Behind a proxy every request comes from this machine.
        if (context.Request.Headers.ContainsKey("X-Forwarded-For"))
            return false;
        var connection = context.Connection;
        if (connection.RemoteIpAddress is not { } remote)
            return connection.LocalIpAddress is null; // An in-memory server has no addresses.
        return connection.LocalIpAddress is { } local ? remote.Equals(local) : IPAddress.IsLoopback(remote);
    }
}
