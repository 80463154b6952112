using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.Wording;

/// <summary>The parts of the editor's texts. The host brings what is shipped and what inspects it.</summary>
internal static class WordingServices
{
    public static IServiceCollection AddWording(this IServiceCollection services) => services
        .AddSingleton<PromptSounds>()
        .AddSingleton<KeptSounds>()
        .AddSingleton<PromptIndex>()
        .AddSingleton<WordingArchive>()
        .AddSingleton<WordingDrafts>()
        .AddSingleton<WordingFollower>()
        .AddHostedService(provider => provider.GetRequiredService<WordingFollower>())
        .AddSingleton<WordingPublisher>();
}
