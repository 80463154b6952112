using System.Text.Json.Serialization;
using Infoline.Ivr.Voice.Telephony;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infoline.Ivr.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: callers can be sent here.</summary>
internal static class Health
{
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<ContentReport>();
        services.AddHealthChecks()
            .AddCheck<ContentReport>("recordings", tags: [Ready])
            .AddCheck<Departure>("departure", tags: [Ready])
            .AddCheck<NetworkReach>("telephone-network", tags: ["line"]);
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Told(report.Status.ToString(), [.. report.Entries.Select(entry => new ToldCheck(entry.Key, entry.Value.Status.ToString(), entry.Value.Description))]),
        HealthJson.Default.Told);

    internal sealed record Told(string Status, IReadOnlyList<ToldCheck> Checks);

    internal sealed record ToldCheck(string Name, string Status, string? Description);
}

/// <summary>What <c>/health/ready</c> tells.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Health.Told))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>A host that is stopping is not ready, so that a load balancer sends new calls elsewhere while it finishes its answers.</summary>
internal sealed class Departure(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The host is stopping.") : HealthCheckResult.Healthy());
}

/// <summary>Whether requests go to the telephone network; not while the breaker in front of it holds them back.</summary>
internal sealed class NetworkReach(TelephonyBreaker breaker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        breaker.IsOpen ? HealthCheckResult.Unhealthy("The telephone network does not answer; requests are held back.") : HealthCheckResult.Healthy());
}
