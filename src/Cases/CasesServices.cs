using Infoline.Cases.Alarms;
using Infoline.Cases.Audit;
using Infoline.Cases.Desk;
using Infoline.Cases.Import;
using Infoline.Cases.Limits;
using Infoline.Cases.Limits.Redis;
using Infoline.Cases.Lookup;
using Infoline.Cases.Register;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Infoline.Cases;

/// <summary>The register of cases among the services of a host.</summary>
public static class CasesServices
{
    /// <summary>The schema of the register.</summary>
    public static SchemaScripts Schema { get; } = new("cases", typeof(CasesServices).Assembly);

    /// <summary>
    /// Adds <see cref="CaseLookup"/>, <see cref="CaseDesk"/>, <see cref="CaseAudit"/> and <see cref="LookupAlarms"/>. Look-ups are
    /// limited in the store given; without one, or while it is down, each node limits by itself.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="store">Gives the connection to Redis or the embedded store, and what all keys there begin with, such as <c>{hotline}:</c>.</param>
    public static IServiceCollection AddCases(this IServiceCollection services, Func<IServiceProvider, (LimiterStore Store, string Prefix)>? store = null)
    {
        services.AddDatabase();
        services.AddSingleton(Schema);
        services.AddSingleton<IValidateOptions<CasesOptions>, CasesOptionsCheck>();
        services.AddOptions<CasesOptions>().BindConfiguration(CasesOptions.Section).ValidateOnStart();
        services.AddSingleton(RegisterOf);
        services.AddSingleton<CaseRegister>();
        services.AddSingleton<CaseAudit>();
        services.AddSingleton<LookupAlarms>();
        services.AddSingleton<LookupSecret>();
        services.AddSingleton<LookupGuard>();
        services.AddSingleton<AnswerTime>();
        services.AddSingleton<CaseImporter>();
        services.AddSingleton<ImportFolder>();
        services.AddHostedService<ImportFolderWatch>();
        services.AddHostedService<AuditRetentionJob>();
        services.AddSingleton(provider => LimiterOf(provider, store?.Invoke(provider)));
        services.AddSingleton(provider => new CaseLookup(
            provider.GetRequiredService<CaseRegister>(), provider.GetRequiredService<LookupGuard>(), provider.GetRequiredService<CaseAudit>(),
            provider.GetRequiredService<AnswerTime>(), provider.GetRequiredService<ILogger<CaseLookup>>()));
        services.AddSingleton(provider => new CaseDesk(provider.GetRequiredService<CaseRegister>(), provider.GetRequiredService<CaseAudit>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static RegisterDatabase RegisterOf(IServiceProvider provider)
    {
        var setting = provider.GetRequiredService<IOptions<CasesOptions>>().Value.Register;
        return setting.Length > 0 && DatabaseLocation.TryParse(setting, out var location, out _)
            ? new RegisterDatabase(new Database(location), isOffice: true)
            : new RegisterDatabase(provider.GetRequiredService<Database>(), isOffice: false);
    }

    private static ILookupLimiter LimiterOf(IServiceProvider provider, (LimiterStore Store, string Prefix)? shared)
    {
        var limits = provider.GetRequiredService<IOptions<CasesOptions>>().Value.Limits;
        var time = provider.GetRequiredService<TimeProvider>();
        var own = new MemoryLookupLimiter(limits, time);
        return shared is not { } redis ? own : new LookupLimiter(new RedisLookupLimiter(redis.Store, redis.Prefix, limits, time), own, provider.GetRequiredService<ILogger<LookupLimiter>>());
    }
}
