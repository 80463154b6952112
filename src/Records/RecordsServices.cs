using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Records.Retention;
using Infoline.Records.Writing;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Infoline.Records;

/// <summary>Call records among the services of a host.</summary>
public static class RecordsServices
{
    /// <summary>The schema of call records.</summary>
    public static SchemaScripts Schema { get; } = new("records", typeof(RecordsServices).Assembly);

    /// <summary>Adds <see cref="RecordsWriter"/>, <see cref="CallHistory"/>, <see cref="CallStatistics"/> and the deletion of what is past its time.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddDatabase();
        services.AddSingleton(Schema);
        services.AddSingleton<IValidateOptions<RecordsOptions>, RecordsOptionsCheck>();
        services.AddOptions<RecordsOptions>().BindConfiguration(RecordsOptions.Section).ValidateOnStart();
        services.AddSingleton<RecordsWriter>();
        services.AddSingleton<CallHistory>();
        services.AddSingleton<CallStatistics>();
        services.AddSingleton<RecordRetention>();
        services.AddSingleton<RecordingRegister>();
        services.AddHostedService<RetentionJob>();
        return services;
    }
}
