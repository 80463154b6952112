using System.Security.Claims;
using Infoline.Desk.Accounts;
using Infoline.Ivr.Hosting;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using Twilio.Jwt.AccessToken;

namespace Infoline.Ivr.Conversations;

/// <summary>What the browser of a consultant needs to be rung in it.</summary>
/// <param name="Kind"><c>network</c>, <c>twilio</c>, <c>telephone</c> when the consultant is rung elsewhere, or <c>none</c>.</param>
/// <param name="Script">The module with the device; null without one.</param>
/// <param name="Token">By which the device registers; null without one.</param>
internal sealed record SoftphoneCard(string Kind, string? Script = null, string? Token = null);

/// <summary>Gives each consultant's window its telephone: Twilio's where an API key is configured, the network of this machine in development.</summary>
internal static class SoftphoneEndpoint
{
    public const string Path = "/desk/softphone";

    /// <summary>Twilio's longest life of a token is a day; a working day is shorter ("Access Tokens").</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    public static void Map(WebApplication app) => app.MapGet(Path, CardAsync).RequireAuthorization(Policies.Consultant);

    private static async Task<IResult> CardAsync(HttpContext http, IServiceProvider services, Consultants consultants, IConfiguration configuration, TimeProvider time)
    {
        if (!AccountId.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return Results.Forbid();
        http.Response.Headers.CacheControl = "no-store";
        if (!await IsRungHereAsync(account, consultants, http.RequestAborted))
            return Results.Json(new SoftphoneCard("telephone"));
        if (services.GetService<TelephoneNetwork>() is not null)
            return Results.Json(new SoftphoneCard("network", "/phone/assets/softphone.js", account.ToString()));
        return Results.Json(VoiceSdk.IsHere(services.GetRequiredService<IWebHostEnvironment>()) && Token(account, configuration, time) is { } token
            ? new SoftphoneCard("twilio", VoiceSdk.Path, token)
            : new SoftphoneCard("none"));
    }

    /// <summary>Whether the queue rings the consultant in the browser; while it does not answer, the browser gets ready.</summary>
    private static async Task<bool> IsRungHereAsync(AccountId account, Consultants consultants, CancellationToken cancel)
    {
        try
        {
            return await consultants.GetAsync(ConsultantId.Parse(account.ToString()), cancel) is not { } known || known.Device.StartsWith("client:", StringComparison.Ordinal);
        }
        catch (RoutingUnavailableException)
        {
            return true;
        }
    }

    private static string? Token(AccountId account, IConfiguration configuration, TimeProvider time)
    {
        var (key, secret) = (configuration["Twilio:ApiKeySid"], configuration["Twilio:ApiKeySecret"]);
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(secret))
            return null;
        var voice = new VoiceGrant { IncomingAllow = true };
        return new Token(configuration[HostSettings.AccountSid] ?? "", key, secret, account.ToString(), time.GetUtcNow().Add(TokenLife).UtcDateTime, grants: [voice]).ToJwt();
    }
}
