using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Knowledge;

/// <summary>The parts of the knowledge page.</summary>
internal static class KnowledgeServices
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsCheck>();
        services.AddOptions<KnowledgeOptions>().BindConfiguration(KnowledgeOptions.Section).ValidateOnStart();
        return services.AddSingleton<KnowledgeBook>();
    }
}
