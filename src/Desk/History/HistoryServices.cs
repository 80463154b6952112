using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.History;

/// <summary>What the history pages stand on.</summary>
internal static class HistoryServices
{
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<HistoryExport.Exporter>();
    }
}
