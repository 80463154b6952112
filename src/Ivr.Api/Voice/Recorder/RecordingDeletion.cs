using Infoline.Desk.Audit;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Records.Retention;
using Infoline.Sql;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>Deletes recordings at the network when their time is over. What could not be deleted is tried again within the hour.</summary>
internal sealed partial class RecordingDeletion(CallControl network, RecordingRegister register, AuditTrail audit, TimeProvider time, ILogger<RecordingDeletion> logger) : BackgroundService
{
    /// <summary>The network does not have it (error 20404): somebody has deleted it there.</summary>
    private const int NotFound = 20404;

    private const int AtOnce = 100;
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due.</summary>
    /// <param name="now">The instant until which a recording was to be kept.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many recordings are gone.</returns>
    public async Task<int> DeleteAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var gone = 0;
        foreach (var recording in await register.DueAsync(now, AtOnce, cancel))
        {
            switch (await network.DeleteRecordingAsync(recording.Id, cancel))
            {
                case ControlResult.Done:
                    await audit.WriteAsync(Actor.System, new AuditEntry(AuditActions.RecordingDeleted, "recording", recording.Id, new Dictionary<string, string>(StringComparer.Ordinal) { ["call"] = recording.CallId }), cancel);
                    await register.RemoveAsync(recording.Id, cancel);
                    gone++;
                    break;
                case ControlResult.Refused(NotFound):
                    await register.RemoveAsync(recording.Id, cancel);
                    gone++;
                    break;
                case ControlResult.Refused(var code):
                    await register.PostponeAsync(recording.Id, now + Between, cancel);
                    NotDeleted(logger, recording.Id, code);
                    break;
                case ControlResult.Unavailable:
                    return gone;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return gone;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await DeleteAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops; another goes on, or this one when it is back.
        }
    }

    private async Task DeleteAllAsync(CancellationToken cancel)
    {
        try
        {
            while (await DeleteAsync(time.GetUtcNow(), cancel) == AtOnce)
            {
            }
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            Postponed(logger, outage.GetType().Name);
        }
    }

    [LoggerMessage(EventName = "RecordingNotDeleted", Level = LogLevel.Error, Message = "The telephone network refuses to delete recording {Recording} that is past its time: error {Code}; this is tried again within the hour")]
    private static partial void NotDeleted(ILogger logger, string recording, int code);

    [LoggerMessage(EventName = "RecordingsNotDeleted", Level = LogLevel.Warning, Message = "Recordings past their time could not be looked up ({Fault}); this is tried again within the hour")]
    private static partial void Postponed(ILogger logger, string fault);
}
