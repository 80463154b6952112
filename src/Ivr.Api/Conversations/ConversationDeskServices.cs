using Infoline.Desk.Work;
using Infoline.Records;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Conversations;

/// <summary>The parts that bring a conversation to a consultant's desk and into the records.</summary>
internal static class ConversationDeskServices
{
    public static IServiceCollection AddConversationDesk(this IServiceCollection services)
    {
        services.AddRecords();
        services.AddSingleton<IValidateOptions<ConversationOptions>, ConversationOptionsCheck>();
        services.AddOptions<ConversationOptions>().BindConfiguration(ConversationOptions.Section).PostConfigure<IConfiguration>((options, configuration) =>
        {
            if (configuration[$"{ConversationOptions.Section}:{nameof(options.Survey)}"] is { Length: > 0 } survey)
                options.Survey = ConversationOptions.ReadSurvey(survey);
            if (options.Outcomes.Count == 0)
                options.Outcomes = [.. ConversationOptions.Usual];
        }).ValidateOnStart();
        return services
            .AddSingleton<NoteProtection>()
            .AddSingleton<CallerNumbers>()
            .AddSingleton<MenuPath>()
            .AddSingleton<EarlierCalls>()
            .AddSingleton<VerifiedCases>()
            .AddSingleton<CallerStory>()
            .AddSingleton<ConversationReader>()
            .AddSingleton<ConversationRestoring>()
            .AddSingleton<LineActs>()
            .AddSingleton<RecordingActs>()
            .AddSingleton<QueueActs>()
            .AddSingleton<HandingOn>()
            .AddSingleton<PageMessages>()
            .AddSingleton<ConversationActs>()
            .AddSingleton<ConversationChoicesReader>()
            .AddSingleton<ConversationFeed>()
            .AddHostedService(provider => provider.GetRequiredService<ConversationFeed>())
            .AddSingleton<IConversations, HostConversations>()
            .AddSingleton<RecordReading>()
            .AddHostedService<RecordsJob>();
    }
}
