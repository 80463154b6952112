using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Sql.Schema;

/// <summary>
/// Upgrades the schema before the host takes calls. A database that is down does not keep the line closed: the upgrade is tried
/// again until the database is there, and until then queries tell an outage.
/// </summary>
internal sealed partial class SchemaUpgradeAtStart(Database database, SchemaUpgrade upgrade, TimeProvider time, ILogger<SchemaUpgradeAtStart> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stopping = new();
    private Task _later = Task.CompletedTask;
    private bool _isDisposed;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await RunAsync(both.Token);
        }
        catch (Exception outage) when (Database.IsOutage(outage) || patience.IsCancellationRequested)
        {
            Waiting(log, database.Dialect.Name, outage.GetType().Name);
            _later = KeepTryingAsync(_stopping.Token);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped once more after it was disposed.
        if (_isDisposed)
            return;
        await _stopping.CancelAsync();
        await _later.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _stopping.Dispose();
    }

    private async Task KeepTryingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(BetweenTries, time, cancellationToken);
            try
            {
                await RunAsync(cancellationToken);
                return;
            }
            catch (SchemaUpgradeException broken)
            {
                Broken(log, broken, broken.Script);
                return;
            }
            catch (Exception outage) when (Database.IsOutage(outage))
            {
                StillWaiting(log, outage);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var script in await upgrade.RunAsync(cancellationToken))
        {
            Ran(log, script);
        }
    }

    [LoggerMessage(EventName = "SchemaScriptRan", Level = LogLevel.Information, Message = "The schema script {Script} ran.")]
    private static partial void Ran(ILogger logger, string script);

    [LoggerMessage(EventName = "SchemaWaiting", Level = LogLevel.Error, Message = "The {Database} database cannot be reached ({Kind}); the line runs without it and its schema is tried again.")]
    private static partial void Waiting(ILogger logger, string database, string kind);

    [LoggerMessage(EventName = "SchemaStillWaiting", Level = LogLevel.Debug, Message = "The database is still not reached.")]
    private static partial void StillWaiting(ILogger logger, Exception outage);

    [LoggerMessage(EventName = "SchemaScriptFailed", Level = LogLevel.Critical, Message = "The schema script {Script} failed; the line runs without the database until it is mended and the host is started again.")]
    private static partial void Broken(ILogger logger, Exception exception, string script);
}
