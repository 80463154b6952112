using Infoline.Desk.Staffing;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.History;

/// <summary>What the history and the staffing page stand on.</summary>
internal static class HistoryServices
{
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<StaffingRuns>();
        services.AddSingleton<HistoryExport.Exporter>();
    }
}
