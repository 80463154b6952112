using System.Net;
using System.Security.Cryptography;
using Infoline.Ivr.Voice.Signatures;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Hosting;

/// <summary>Settings that are bound and checked once, before the host starts.</summary>
internal static class HostSettings
{
    public const string AuthToken = "Twilio:AuthToken";
    public const string AccountSid = "Twilio:AccountSid";
    private const string PrivacyKey = "Hotline:PrivacyKey";

    /// <summary>The account by which the telephone network of this machine signs, made anew at each start.</summary>
    public const string DevelopmentAccount = "AC00000000000000000000000000000000";

    public static void AddHostSettings(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            UseDevelopmentSecrets(builder.Configuration);
        }

        builder.Services.AddSingleton<IValidateOptions<HotlineOptions>, HotlineOptionsCheck>();
        builder.Services.AddOptions<HotlineOptions>().BindConfiguration(HotlineOptions.Section).ValidateOnStart();

        var hotline = builder.Configuration.GetSection(HotlineOptions.Section).Get<HotlineOptions>() ?? new();
        var token = builder.Configuration[AuthToken];
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new OptionsValidationException("Twilio", typeof(object),
                [$"{AuthToken} is empty, so no webhook could be trusted; write the auth token of the Twilio account, for example in the environment variable Twilio__AuthToken."]);
        }

        if (string.IsNullOrWhiteSpace(builder.Configuration[AccountSid]))
        {
            throw new OptionsValidationException("Twilio", typeof(object),
                [$"{AccountSid} is empty, so no consultant could be rung; write the SID of the Twilio account, which begins with AC, for example in the environment variable Twilio__AccountSid."]);
        }

        builder.Services.AddWebhookSignatures();
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustKnownProxies(options, hotline));
    }

    /// <summary>A newcomer has no secrets yet: those of the network on this machine are made up, and nobody's privacy hangs on the demo's.</summary>
    private static void UseDevelopmentSecrets(ConfigurationManager configuration)
    {
        Dictionary<string, string?> secrets = new(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(configuration[AccountSid]))
        {
            secrets[AccountSid] = DevelopmentAccount;
        }

        if (string.IsNullOrEmpty(configuration[AuthToken]))
        {
            secrets[AuthToken] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }

        if (string.IsNullOrEmpty(configuration[PrivacyKey]))
        {
            secrets[PrivacyKey] = "a-key-for-development-on-this-machine-only";
        }

        configuration.AddInMemoryCollection(secrets);
    }

    private static void TrustKnownProxies(ForwardedHeadersOptions options, HotlineOptions hotline)
    {
        // With neither a proxy nor a network in the lists the middleware would believe everybody.
        if (hotline.KnownProxies.Count == 0)
        {
            options.ForwardedHeaders = ForwardedHeaders.None;
            return;
        }

        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.ForwardLimit = null;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in hotline.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }
    }
}
