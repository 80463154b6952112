using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;
using Infoline.Routing.Tasks;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>Does what the queue finds to be done on the telephone: rings consultants, stops ringing, looks after calls gone silent.</summary>
internal sealed partial class RingService(HostTaskQueue tasks, Dialler dialler, CallWatch watch, OutboundWork work, ILogger<RingService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var task in tasks.ReadAllAsync(stoppingToken))
            _ = work.Do(() => DoAsync(task, stoppingToken));
    }

    /// <summary>One slow device must not keep another from ringing, so tasks run beside each other; each looks after its own faults.</summary>
    private async Task DoAsync(HostTask task, CancellationToken stopping)
    {
        try
        {
            await (task switch
            {
                HostTask.Ring ring => dialler.RingAsync(ring, stopping),
                HostTask.StopRinging stop => dialler.StopAsync(stop, stopping),
                HostTask.LookAfter look => watch.LookAfterAsync(look, stopping),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The node stops; the sweep of another finds what is left.
        }
        catch (RoutingUnavailableException fault)
        {
            TaskLeft(logger, fault, task.GetType().Name);
        }
        catch (Exception fault)
        {
            TaskFailed(logger, fault, task.GetType().Name);
        }
    }

    [LoggerMessage(EventName = "TaskLeft", Level = LogLevel.Warning, Message = "{Task} is left to the sweep: the queue does not answer")]
    private static partial void TaskLeft(ILogger logger, Exception fault, string task);

    [LoggerMessage(EventName = "TaskFailed", Level = LogLevel.Error, Message = "{Task} failed; the sweep will find what is left")]
    private static partial void TaskFailed(ILogger logger, Exception fault, string task);
}
