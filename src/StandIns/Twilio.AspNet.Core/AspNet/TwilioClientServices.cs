using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio.Clients;
using Twilio.Http;

namespace Twilio.AspNet.Core;

/// <summary>Registers the client of Twilio's REST API, for the length of a request.</summary>
/// <remarks>Requests go through the named <see cref="System.Net.Http.HttpClient"/> "Twilio", to which handlers can be added.</remarks>
public static class TwilioClientDependencyInjectionExtensions
{
    private const string HttpClientName = "Twilio";

    /// <summary>Reads the configuration section <c>Twilio:Client</c>, and <c>Twilio:AuthToken</c> where it names no token.</summary>
    public static IServiceCollection AddTwilioClient(this IServiceCollection services)
    {
        services.AddSingleton<IOptionsChangeTokenSource<TwilioClientOptions>>(provider =>
            new ConfigurationChangeTokenSource<TwilioClientOptions>(provider.GetRequiredService<IConfiguration>()));
        services.AddOptions<TwilioClientOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            var client = configuration.GetSection("Twilio:Client");
            if (!client.Exists())
                throw new InvalidOperationException("Twilio:Client options not configured. Set Twilio:Client:AccountSid and Twilio:AuthToken.");
            client.Bind(options);
            if (string.IsNullOrEmpty(options.AuthToken))
                options.AuthToken = configuration["Twilio:AuthToken"];
        });
        return Complete(services);
    }

    /// <summary>Reads the given configuration section.</summary>
    public static IServiceCollection AddTwilioClient(this IServiceCollection services, IConfiguration namedConfigurationSection)
    {
        services.AddOptions<TwilioClientOptions>().Bind(namedConfigurationSection);
        return Complete(services);
    }

    /// <summary>Takes the options from code.</summary>
    public static IServiceCollection AddTwilioClient(this IServiceCollection services, Action<TwilioClientOptions> configureOptions) =>
        AddTwilioClient(services, (_, options) => configureOptions(options));

    /// <summary>Takes the options from code that needs other services.</summary>
    public static IServiceCollection AddTwilioClient(
        this IServiceCollection services,
        Action<IServiceProvider, TwilioClientOptions> configureOptions)
    {
        services.AddOptions<TwilioClientOptions>()
            .Configure<IServiceProvider>((options, provider) => configureOptions(provider, options));
        return Complete(services);
    }

    /// <summary>Takes the options as they are.</summary>
    public static IServiceCollection AddTwilioClient(this IServiceCollection services, TwilioClientOptions options) =>
        AddTwilioClient(services, configured =>
        {
            configured.AccountSid = options.AccountSid;
            configured.AuthToken = options.AuthToken;
            configured.ApiKeySid = options.ApiKeySid;
            configured.ApiKeySecret = options.ApiKeySecret;
            configured.CredentialType = options.CredentialType;
            configured.Region = options.Region;
            configured.Edge = options.Edge;
            configured.LogLevel = options.LogLevel;
        });

    private static IServiceCollection Complete(IServiceCollection services)
    {
        services.AddOptions<TwilioClientOptions>()
            .PostConfigure(Settle)
            .Validate(
                options => options.CredentialType != CredentialType.Unspecified,
                "Twilio:Client:CredentialType could not be determined. Configure as ApiKey or AuthToken.")
            .Validate(
                options => options.CredentialType != CredentialType.ApiKey || HasApiKey(options),
                "Twilio:Client:{AccountSid|ApiKeySid|ApiKeySecret} options required for CredentialType.ApiKey.")
            .Validate(
                options => options.CredentialType != CredentialType.AuthToken || HasAuthToken(options),
                "Twilio:Client:{AccountSid|AuthToken} options required for CredentialType.AuthToken.");
        services.AddHttpClient(HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            AllowAutoRedirect = false,
            CheckCertificateRevocationList = true,
        });
        services.AddScoped<ITwilioRestClient>(Client);
        services.AddScoped(Client);
        return services;
    }

    private static void Settle(TwilioClientOptions options)
    {
        options.AccountSid = Given(options.AccountSid)!;
        options.AuthToken = Given(options.AuthToken);
        options.ApiKeySid = Given(options.ApiKeySid);
        options.ApiKeySecret = Given(options.ApiKeySecret);
        options.Region = Given(options.Region);
        options.Edge = Given(options.Edge);
        options.LogLevel = Given(options.LogLevel);
        if (options.CredentialType == CredentialType.Unspecified)
        {
            options.CredentialType =
                HasApiKey(options) ? CredentialType.ApiKey
                : HasAuthToken(options) ? CredentialType.AuthToken
                : CredentialType.Unspecified;
        }
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static bool HasApiKey(TwilioClientOptions options) => options is { AccountSid: not null, ApiKeySid: not null, ApiKeySecret: not null };

    private static bool HasAuthToken(TwilioClientOptions options) => options is { AccountSid: not null, AuthToken: not null };

    private static TwilioRestClient Client(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsSnapshot<TwilioClientOptions>>().Value;
        var carrier = new SystemNetHttpClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName));
        var (username, password) = options.CredentialType == CredentialType.ApiKey
            ? (options.ApiKeySid!, options.ApiKeySecret!)
            : (options.AccountSid, options.AuthToken!);
        var client = new TwilioRestClient(username, password, options.AccountSid, options.Region, carrier, options.Edge);
        client.LogLevel = options.LogLevel ?? client.LogLevel;
        return client;
    }
}
