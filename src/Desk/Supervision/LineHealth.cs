using Infoline.Desk.Live;
using Infoline.Sql;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infoline.Desk.Supervision;

/// <summary>How something stands that the line needs.</summary>
/// <param name="Name">The name of its check: <c>queue</c>, <c>database</c>, <c>telephone-network</c>.</param>
/// <param name="IsWell">Whether it works.</param>
/// <param name="Since">Since when it works or does not.</param>
internal sealed record PartHealth(string Name, bool IsWell, DateTimeOffset Since);

/// <summary>Asks the checks of the host that say whether the line can work.</summary>
internal sealed class LineHealth(HealthCheckService checks, TimeProvider time)
{
    /// <summary>The tag of the checks that the board shows; the host adds its own beside those of the desk.</summary>
    public const string Tag = "line";

    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    public IReadOnlyList<PartHealth> Parts { get; private set; } = [];

    public DateTimeOffset At { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Asks when it is due; true when a part went down or came back.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < At + Often)
        {
            return false;
        }

        var report = await checks.CheckHealthAsync(check => check.Tags.Contains(Tag), cancellationToken);
        var before = Parts.ToDictionary(part => part.Name, StringComparer.Ordinal);
        Parts = [.. report.Entries.Select(entry => Next(entry.Key, entry.Value.Status is not HealthStatus.Unhealthy, before.GetValueOrDefault(entry.Key), now))];
        At = now;
        return Parts.Any(part => !before.TryGetValue(part.Name, out var was) || was.IsWell != part.IsWell);
    }

    private static PartHealth Next(string name, bool isWell, PartHealth? was, DateTimeOffset now) => new(name, isWell, was is not null && was.IsWell == isWell ? was.Since : now);
}

/// <summary>Whether the store of the queue answers.</summary>
internal sealed class QueueCheck(LineFeed line) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(line.Current is { Board: null } or { IsCurrent: true } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store of the queue does not answer."));
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.ProbeAsync(cancellationToken) is DatabaseHealth.Up ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
