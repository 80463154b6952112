using Infoline.Routing.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Routing.Sweep;

/// <summary>Runs the sweep for as long as the host runs; a store that is down is tried again at the next turn.</summary>
internal sealed partial class SweepService(Sweeper sweeper, RoutingStore store, TimeProvider time, ILogger<SweepService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var down = false;
        using var timer = new PeriodicTimer(store.Options.SweepEvery, time);
        do
        {
            try
            {
                await sweeper.RunAsync(stoppingToken);
                if (down)
                    StoreIsBack();
                down = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RoutingUnavailableException fault)
            {
                if (!down)
                    StoreIsDown(fault);
                down = true;
            }
            catch (Exception fault)
            {
                // The sweep is what repairs everything else: a fault in it is told and must not end it.
                SweepFailed(fault);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventName = "QueueStoreDown", Level = LogLevel.Error, Message = "The store of the queue does not answer; callers are offered a callback until it is back.")]
    private partial void StoreIsDown(Exception fault);

    [LoggerMessage(EventName = "QueueStoreBack", Level = LogLevel.Information, Message = "The store of the queue answers again.")]
    private partial void StoreIsBack();

    [LoggerMessage(EventName = "SweepFailed", Level = LogLevel.Error, Message = "The sweep of the queue failed; it is tried again.")]
    private partial void SweepFailed(Exception fault);
}
