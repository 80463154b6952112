using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Recordings;
using Infoline.Ivr.Voice.Telephony;
using Infoline.PhoneNetwork;
using Infoline.PhoneNetwork.Browser;
using Infoline.PhoneNetwork.Rest;
using Infoline.Prompts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Hosting;

/// <summary>
/// In development, the telephone network of this machine: it calls the host's own webhooks over real HTTP with real signatures,
/// answers its REST calls, and <c>/phone</c> is a phone on it. Nowhere else: who can open that page can place calls without being asked who they are.
/// </summary>
internal static class TelephoneNetworkMount
{
    /// <summary>Whether the network runs; by default in development when no account of the vendor is configured.</summary>
    private const string Enabled = "PhoneNetwork:Enabled";

    private const string FallbackPath = "/phone/fallback.xml";

    public static void AddTelephoneNetwork(this WebApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        var account = builder.Configuration[HostSettings.AccountSid] ?? HostSettings.DevelopmentAccount;
        var enabled = builder.Configuration.GetValue<bool?>(Enabled)
            ?? (development && string.Equals(account, HostSettings.DevelopmentAccount, StringComparison.Ordinal));
        if (!enabled)
            return;
        if (!development)
        {
            throw new OptionsValidationException("PhoneNetwork", typeof(object),
                [$"{Enabled} is true, but the telephone network of this machine lets anybody place calls and runs in development only; remove the key, or write false."]);
        }

        builder.Services.AddSingleton(services => new NetworkEndpoint(() => OwnAddress(services)));
        builder.Services.AddSingleton(services => new TelephoneNetwork(Settings(services, account), TimeProvider.System, seed: Environment.TickCount));
    }

    public static void MapTelephoneNetwork(this WebApplication app)
    {
        if (app.Services.GetService<TelephoneNetwork>() is not { } network)
            return;
        app.UseWebSockets();
        app.MapPhoneNetwork(network);
        app.MapBrowserPhone(network, new BrowserPhoneOptions
        {
            Caption = url => CaptionOf(app.Services.GetRequiredService<LineContent>(), url),
            Hints = app.Services.GetServices<IHostedService>().OfType<DemoCases>().Any() ? DemoCases.Hints : [],
        });
        app.MapMethods(FallbackPath, ["GET", "POST"], () => Results.File(FallbackDocument(app), "application/xml; charset=utf-8"));
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Call the hotline from a browser: {new Uri(OwnAddress(app.Services), "/phone")}"));
    }

    /// <summary>The document that a real number has hosted elsewhere.</summary>
    private static string FallbackDocument(WebApplication app) => Path.Combine(
        RecordingsFolder.Find(app.Services.GetRequiredService<IOptions<HotlineOptions>>().Value.RecordingsFolder, app.Environment.ContentRootPath),
        "fallback.xml");

    private static PhoneNetworkOptions Settings(IServiceProvider services, string account)
    {
        var hotline = services.GetRequiredService<IOptions<HotlineOptions>>().Value;
        return new PhoneNetworkOptions
        {
            AccountSid = account,
            AuthToken = services.GetRequiredService<IConfiguration>()[HostSettings.AuthToken]!,
            Number = hotline.Number,
            VoiceUrl = () => new Uri(Address(), "/voice/incoming"),
            StatusCallback = () => new Uri(Address(), "/voice/status"),
            FallbackUrl = () => new Uri(Address(), FallbackPath),
        };

        // Requests are checked against the public address where one is set, so they have to be made to it.
        Uri Address() => hotline.PublicUrl.Length > 0 ? new Uri(hotline.PublicUrl) : OwnAddress(services);
    }

    /// <summary>Where this host listens; an address that means every interface is reached by the name of this machine itself.</summary>
    private static Uri OwnAddress(IServiceProvider services)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? addresses.First();
        return new Uri(address
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal));
    }

    private static Caption? CaptionOf(LineContent content, Uri url) =>
        AudioAddress.Read(url.AbsolutePath) is { } address && address.WordsIn(content.Prompts, content.Hours) is { } words ? new Caption(words, address.Language.Tag()) : null;
}
