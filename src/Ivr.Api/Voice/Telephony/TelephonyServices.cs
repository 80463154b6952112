using Infoline.Ivr.Hosting;
using Twilio.AspNet.Core;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>The line's side of the telephone network's REST resources.</summary>
internal static class TelephonyServices
{
    /// <summary>The name of the HTTP client that Twilio's library uses.</summary>
    private const string TwilioHttp = "Twilio";

    public static IServiceCollection AddTelephony(this IServiceCollection services)
    {
        services.AddTwilioClient((provider, options) =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            options.AccountSid = configuration[HostSettings.AccountSid] ?? "";
            options.AuthToken = configuration[HostSettings.AuthToken];
            options.ApiKeySid = configuration["Twilio:ApiKeySid"];
            options.ApiKeySecret = configuration["Twilio:ApiKeySecret"];
            options.Region = configuration["Twilio:Region"];
            options.Edge = configuration["Twilio:Edge"];
        });
        services.AddHttpClient(TwilioHttp).AddHttpMessageHandler(provider => new NetworkAddress(provider));
        return services
            .AddTelephonyPipeline()
            .AddSingleton<WebhookAddresses>()
            .AddSingleton<OutboundWork>()
            .AddSingleton<CallControl>();
    }
}

/// <summary>Where the network's REST resources are when they are not Twilio's: the telephone network of this machine.</summary>
/// <param name="Address">Gives the address; asked at each request, because a host learns its port late.</param>
internal sealed record NetworkEndpoint(Func<Uri> Address);

/// <summary>Sends requests that Twilio's library addresses to Twilio to the network that is registered instead, if one is.</summary>
internal sealed class NetworkAddress(IServiceProvider services) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (services.GetService<NetworkEndpoint>() is { } network)
            request.RequestUri = new Uri(network.Address(), request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
