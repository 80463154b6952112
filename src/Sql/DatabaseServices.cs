using Infoline.Sql.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Infoline.Sql;

/// <summary>The database among the services of a host.</summary>
public static class DatabaseServices
{
    /// <summary>
    /// Adds <see cref="Database"/> by the setting <c>Database:Connection</c>, and the upgrade of its schema at start. Capabilities
    /// call it themselves and add a <see cref="SchemaScripts"/>; calling it again changes nothing.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(Database)))
        {
            return services;
        }

        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Database(LocationOf(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value)));
        services.AddSingleton<SchemaUpgrade>();
        services.AddHostedService<SchemaUpgradeAtStart>();
        return services;
    }

    // The options were checked when they were read.
    private static DatabaseLocation LocationOf(DatabaseOptions options) =>
        DatabaseLocation.TryParse(options.Connection, out var location, out var fault) ? location : throw new InvalidOperationException(fault);
}
