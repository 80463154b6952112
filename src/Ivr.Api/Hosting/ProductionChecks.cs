using Infoline.Desk;
using Infoline.Desk.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Hosting;

/// <summary>
/// Outside of development the host does not start with what is meant for development: demo accounts, secrets that everybody
/// could guess, or pages over plain HTTP where no proxy is declared that would bring HTTPS.
/// </summary>
internal sealed class ProductionChecks(IServiceProvider services, IConfiguration configuration) : IHostedLifecycleService
{
    // Few letters, or words of examples: nobody's real secret.
    private const int FewestLetters = 8;
    private static readonly string[] ExampleWords = ["token", "secret", "changeme", "password", "example"];

    public static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<ProductionChecks>();
        }
    }

    /// <summary>Before the server listens; the schema is there by now.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [];
        if (services.GetRequiredService<IOptions<DeskOptions>>().Value.DemoAccounts is true)
        {
            faults.Add("Desk:DemoAccounts is true, but the password of demo accounts is public; remove the setting.");
        }

        if (await services.GetRequiredService<DemoAccountCheck>().FindAsync(cancellationToken) is { Count: > 0 } names)
        {
            faults.Add($"The database holds demo accounts ({string.Join(", ", names)}), whose password is public; set Database:Connection to a database that was not used in development, or close them there.");
        }

        foreach (var key in new[] { "Twilio:AuthToken", "Desk:OpenId:ClientSecret" })
        {
            if (configuration[key] is { Length: > 0 } secret && IsGuessable(secret))
            {
                faults.Add($"{key} is a secret that everybody could guess; write the one that the provider's console shows.");
            }
        }

        Refuse(faults);
    }

    /// <summary>Now the addresses are known, however they were set.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var plain = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        if (plain.Count > 0 && services.GetRequiredService<IOptions<HotlineOptions>>().Value.KnownProxies.Count == 0)
        {
            Refuse([$"The host listens on {string.Join(", ", plain)} without encryption; write in Hotline:KnownProxies the address of the proxy that brings HTTPS, for example 127.0.0.1, or listen on https only."]);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsGuessable(string secret) =>
        secret.Distinct().Count() < FewestLetters || Array.Exists(ExampleWords, word => secret.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Refuse(List<string> faults)
    {
        if (faults.Count > 0)
        {
            throw new OptionsValidationException("Production", typeof(ProductionChecks), faults);
        }
    }
}
