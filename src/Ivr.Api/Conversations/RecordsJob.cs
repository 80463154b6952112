using Infoline.Records.Writing;
using Infoline.Routing;
using Infoline.Sql;

namespace Infoline.Ivr.Conversations;

/// <summary>
/// Carries finished calls from the queue's outbox to the database. While the database is down they wait there; a record is taken away
/// only after it is stored, and stored twice counts once.
/// </summary>
internal sealed partial class RecordsJob(CallHistory outbox, RecordsWriter writer, RecordReading reading, TimeProvider time, ILogger<RecordsJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                while (await outbox.TakeAsync(stoppingToken) is { } record)
                    await StoreAsync(record, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is RoutingUnavailableException || Database.IsOutage(fault))
            {
                Waiting(logger, fault.GetType().Name);
                pause = AfterFault;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StoreAsync(CallRecord record, CancellationToken cancel)
    {
        try
        {
            if (await reading.ReadAsync(record, cancel) is { } call)
                await writer.WriteAsync(call, cancel);
            await outbox.AcknowledgeAsync(record, cancel);
        }
        catch (Exception fault) when (Database.IsOutage(fault))
        {
            await outbox.GiveBackAsync(record, cancel);
            throw;
        }
    }

    [LoggerMessage(EventName = "RecordsWait", Level = LogLevel.Warning, Message = "Records of finished calls wait in the queue's store: {Fault}")]
    private static partial void Waiting(ILogger logger, string fault);
}
