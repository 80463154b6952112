using Infoline.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Live;

/// <summary>
/// Brings the newest version of what editors change into force on this node: before the first call, at once where it is published, and on
/// every other node as soon as it hears of it, or within seconds where the word was lost. While the database is down the last known version
/// holds; when it is down at the start, the shipped one.
/// </summary>
internal abstract partial class VersionFollower(string what, VersionSignals signals, TimeProvider time, ILogger log) : BackgroundService
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
            Lost(log, what, Version, nameof(OperationCanceledException));
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>A version was published on this node: it holds here from now on, and the others hear of it.</summary>
    public async Task PublishedAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await signals.TellAsync(what, cancellationToken);
    }

    /// <summary>Looks whether there is a newer version, and brings it into force.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (await NewestAsync(cancellationToken) is var newest && newest != Version && await UseAsync(newest, cancellationToken))
            {
                Version = newest;
                InForce(log, what, Version);
            }

            _isDown = false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever happens to the versions, callers are answered by the last known one.
            if (!_isDown)
                Lost(log, what, Version, fault.GetType().Name);
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

    /// <summary>The number of the newest version; 0 when nobody has published yet.</summary>
    protected abstract Task<long> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Brings a version into force; false when there is none of this number.</summary>
    protected abstract Task<bool> UseAsync(long number, CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        var hearing = HearAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
            hearing = hearing.IsCompleted ? HearAsync(stoppingToken) : hearing;
        }
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in signals.HearAsync(what, cancellationToken))
            {
                await LookAsync(cancellationToken);
            }
        }
        catch (Exception lost) when (lost is RoutingUnavailableException or OperationCanceledException)
        {
            // Tried anew at the next look, which finds what was missed.
        }
    }

    [LoggerMessage(EventName = "VersionInForce", Level = LogLevel.Information, Message = "Version {Version} of {What} is in force.")]
    private static partial void InForce(ILogger logger, string what, long version);

    [LoggerMessage(EventName = "VersionsLost", Level = LogLevel.Warning, Message = "The versions of {What} cannot be read ({Kind}); version {Version} stays in force.")]
    private static partial void Lost(ILogger logger, string what, long version, string kind);
}
