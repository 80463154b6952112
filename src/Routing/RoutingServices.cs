using Infoline.Routing.Store;
using Infoline.Routing.Sweep;
using Infoline.Routing.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Infoline.Routing;

/// <summary>Adds the queue to a host.</summary>
public static class RoutingServices
{
    /// <summary>
    /// Adds <see cref="CallQueue"/>, <see cref="Callbacks"/>, <see cref="Consultants"/>, <see cref="Reservations"/>, <see cref="Transfers"/>,
    /// <see cref="Supervision"/>, <see cref="HelpRequests"/>, <see cref="Board"/>, <see cref="CallHistory"/>, <see cref="CallNotes"/>, <see cref="SharedStore"/>, <see cref="HostTaskQueue"/> and the sweep, with
    /// settings from the section <see cref="RoutingOptions.Section"/>, checked before the host starts.
    /// </summary>
    public static IServiceCollection AddCallRouting(this IServiceCollection services, Action<RoutingOptions>? configure = null)
    {
        services.AddSingleton<IValidateOptions<RoutingOptions>, RoutingOptionsCheck>();
        var options = services.AddOptions<RoutingOptions>().BindConfiguration(RoutingOptions.Section).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StoreConnection>();
        services.AddSingleton<HostTasks>();
        services.AddSingleton<RoutingStore>();
        services.AddSingleton(provider => new CallQueue(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new Consultants(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new Reservations(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new HostTaskQueue(provider.GetRequiredService<HostTasks>(), provider.GetRequiredService<Reservations>()));
        services.AddSingleton(provider => new Callbacks(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new Transfers(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new Supervision(provider.GetRequiredService<RoutingStore>(), provider.GetRequiredService<Consultants>()));
        services.AddSingleton(provider => new HelpRequests(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new Board(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new CallHistory(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new CallNotes(provider.GetRequiredService<RoutingStore>()));
        services.AddSingleton(provider => new SharedStore(provider.GetRequiredService<RoutingStore>(), provider.GetRequiredService<IOptions<RoutingOptions>>()));
        services.AddSingleton<Sweeper>();
        services.AddHostedService<SweepService>();
        return services;
    }
}
