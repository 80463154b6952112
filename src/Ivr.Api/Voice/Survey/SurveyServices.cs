using Infoline.Ivr.Conversations;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>The parts of the survey after a conversation.</summary>
internal static class SurveyServices
{
    public static IServiceCollection AddSurvey(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<ConversationOptions>, SurveyCheck>()
        .AddSingleton<SurveyQuestions>()
        .AddSingleton<SurveyDocuments>()
        .AddSingleton<SurveyRecord>()
        .AddSingleton<SurveyDialogue>();
}
