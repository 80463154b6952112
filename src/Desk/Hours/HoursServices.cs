using Infoline.Desk.Live;
using Infoline.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.Hours;

/// <summary>The parts of the editor's hours. The host brings what is shipped, the studio, and the rehearsal.</summary>
internal static class HoursServices
{
    public static IServiceCollection AddHours(this IServiceCollection services) => services
        .AddSingleton(provider => new VersionSignals(provider.GetService<SharedStore>()))
        .AddSingleton<AnnouncementSounds>()
        .AddSingleton<HoursArchive>()
        .AddSingleton<HoursVoices>()
        .AddSingleton<HoursFollower>()
        .AddHostedService(provider => provider.GetRequiredService<HoursFollower>())
        .AddSingleton<HoursPublisher>();
}
