using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Infoline.Ivr.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: callers can be sent here.</summary>
internal static class Health
{
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
