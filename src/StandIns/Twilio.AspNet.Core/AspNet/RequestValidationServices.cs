using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twilio.AspNet.Core;

/// <summary>Registers the validation of Twilio's request signatures.</summary>
public static class RequestValidationDependencyInjectionExtensions
{
    /// <summary>Reads the configuration section <c>Twilio:RequestValidation</c>, and <c>Twilio:AuthToken</c> where it names no token.</summary>
    public static IServiceCollection AddTwilioRequestValidation(this IServiceCollection services)
    {
        services.AddSingleton<IOptionsChangeTokenSource<TwilioRequestValidationOptions>>(provider =>
            new ConfigurationChangeTokenSource<TwilioRequestValidationOptions>(provider.GetRequiredService<IConfiguration>()));
        services.AddOptions<TwilioRequestValidationOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            var section = configuration.GetSection("Twilio");
            if (!section.Exists())
                throw new InvalidOperationException("Twilio options not configured. Set Twilio:AuthToken to the account's primary auth token.");
            section.GetSection("RequestValidation").Bind(options);
            if (string.IsNullOrEmpty(options.AuthToken) && section["AuthToken"] is { Length: > 0 } shared)
                options.AuthToken = shared;
        });
        return Complete(services);
    }

    /// <summary>Reads the given configuration section.</summary>
    public static IServiceCollection AddTwilioRequestValidation(this IServiceCollection services, IConfiguration namedConfigurationSection)
    {
        services.AddOptions<TwilioRequestValidationOptions>().Bind(namedConfigurationSection);
        return Complete(services);
    }

    /// <summary>Takes the options from code.</summary>
    public static IServiceCollection AddTwilioRequestValidation(
        this IServiceCollection services,
        Action<TwilioRequestValidationOptions> configureOptions) =>
        AddTwilioRequestValidation(services, (_, options) => configureOptions(options));

    /// <summary>Takes the options from code that needs other services.</summary>
    public static IServiceCollection AddTwilioRequestValidation(
        this IServiceCollection services,
        Action<IServiceProvider, TwilioRequestValidationOptions> configureOptions)
    {
        services.AddOptions<TwilioRequestValidationOptions>()
            .Configure<IServiceProvider>((options, provider) => configureOptions(provider, options));
        return Complete(services);
    }

    /// <summary>Takes the options as they are.</summary>
    public static IServiceCollection AddTwilioRequestValidation(this IServiceCollection services, TwilioRequestValidationOptions options) =>
        AddTwilioRequestValidation(services, configured =>
        {
            configured.AuthToken = options.AuthToken;
            configured.AllowLocal = options.AllowLocal;
            configured.BaseUrlOverride = options.BaseUrlOverride;
        });

    private static IServiceCollection Complete(IServiceCollection services)
    {
        services.AddOptions<TwilioRequestValidationOptions>()
            .PostConfigure(options =>
            {
                if (string.IsNullOrEmpty(options.BaseUrlOverride))
                    options.BaseUrlOverride = null;
                options.BaseUrlOverride = options.BaseUrlOverride?.TrimEnd('/');
            })
            .Validate(
                options => !string.IsNullOrEmpty(options.AuthToken),
                "Twilio:AuthToken or Twilio:RequestValidation:AuthToken option is required.");
        return services;
    }
}
