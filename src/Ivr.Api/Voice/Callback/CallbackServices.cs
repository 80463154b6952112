using Infoline.Sql;
using Infoline.Sql.Schema;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>The parts of calling callers back.</summary>
internal static class CallbackServices
{
    /// <summary>The schema of wishes that are kept while the queue is down.</summary>
    public static SchemaScripts Schema { get; } = new("callbacks", typeof(CallbackServices).Assembly);

    public static IServiceCollection AddCallbacks(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CallbackOptions>, CallbackOptionsCheck>();
        services.AddOptions<CallbackOptions>().BindConfiguration(CallbackOptions.Section).ValidateOnStart();
        services.AddDatabase();
        services.AddSingleton(Schema);
        return services
            .AddSingleton<SealedNumbers>()
            .AddSingleton<CallbackNumbers>()
            .AddSingleton<KeptCallbacks>()
            .AddHostedService<KeptCallbackReturn>()
            .AddSingleton<CallbackWishes>()
            .AddSingleton<CallbackDocuments>()
            .AddSingleton<CallbackDialogue>()
            .AddSingleton<CallbackMeeting>()
            .AddSingleton<CallerDialler>()
            .AddSingleton<CallbackAttempts>()
            .AddSingleton<CallerLegDocuments>()
            .AddSingleton<CallerLeg>()
            .AddSingleton<CallerLegProgress>();
    }
}
