using Infoline.Desk.Live;
using Infoline.Records;
using Infoline.Records.Figures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Supervision;

/// <summary>What the boards stand on.</summary>
internal static class SupervisionServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddSupervision(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(CallStatistics)))
        {
            services.AddRecords();
        }

        services.AddSingleton<IValidateOptions<SupervisionOptions>, SupervisionOptionsCheck>();
        services.AddOptions<SupervisionOptions>().BindConfiguration(SupervisionOptions.Section).ValidateOnStart();
        services.AddHealthChecks()
            .AddCheck<QueueCheck>("queue", tags: [LineHealth.Tag])
            .AddCheck<DatabaseCheck>("database", tags: [LineHealth.Tag], timeout: Patience);
        services.AddSingleton<DayReader>();
        services.AddSingleton<AlarmReader>();
        services.AddSingleton<LineHealth>();
        services.AddSingleton<SlowReadings>();
        services.AddSingleton<BoardFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardFeed>());
        services.AddSingleton<TopicNames>();
        services.AddSingleton<Interventions>();
    }
}
