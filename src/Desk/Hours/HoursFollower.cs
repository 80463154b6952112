using Infoline.Prompts.Hours;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Hours;

/// <summary>
/// Brings the newest version of the hours into force on this node: before the first call, at once where it is published, and within seconds on
/// every other node. While the database is down the last known version holds; when it is down at the start, the shipped one.
/// </summary>
internal sealed partial class HoursFollower(HoursArchive archive, HoursInForce inForce, TimeProvider time, ILogger<HoursFollower> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _looking = new(1, 1);
    private bool _isDown;

    /// <summary>The number of the version that holds on this node.</summary>
    public long Version { get; private set; }

    /// <summary>The line does not open before it has been looked for, unless the database keeps it waiting.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PatienceAtStart, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await LookAsync(both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            Lost(log, Version, nameof(OperationCanceledException));
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks whether there is a newer version, and brings it into force.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (await archive.NewestNumberAsync(cancellationToken) is var newest && newest != Version && await archive.FindAsync(newest, cancellationToken) is { } version)
            {
                inForce.Use(version.Hours);
                Version = version.Number;
                InForce(log, Version);
            }

            _isDown = false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever happens to the versions, callers are answered by the last known one.
            if (!_isDown)
                Lost(log, Version, fault.GetType().Name);
            _isDown = true;
        }
        finally
        {
            _looking.Release();
        }
    }

    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    [LoggerMessage(EventName = "HoursInForce", Level = LogLevel.Information, Message = "Version {Version} of the opening hours and announcements is in force.")]
    private static partial void InForce(ILogger logger, long version);

    [LoggerMessage(EventName = "HoursLost", Level = LogLevel.Warning, Message = "The versions of the opening hours cannot be read ({Kind}); version {Version} stays in force.")]
    private static partial void Lost(ILogger logger, long version, string kind);
}
