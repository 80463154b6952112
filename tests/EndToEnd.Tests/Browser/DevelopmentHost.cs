using Infoline.PhoneNetwork;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>The host as the first command of the README starts it, on a free port.</summary>
public sealed class DevelopmentHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings = new(OwnData.SettingsIn(OwnData.NewFolder()));

    public DevelopmentHost() => UseKestrel(0);

    internal Uri Address
    {
        get
        {
            StartServer();
            return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    internal TelephoneNetwork Network => Services.GetRequiredService<TelephoneNetwork>();

    internal DevelopmentHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (setting, value) in _settings)
            builder.UseSetting(setting, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
