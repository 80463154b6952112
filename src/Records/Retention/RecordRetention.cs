using Dapper;
using Infoline.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Infoline.Records.Retention;

/// <summary>Deletes calls that are past their time, a little at a time so that nobody waits for it.</summary>
public sealed class RecordRetention(Database database, IOptions<RecordsOptions> options, TimeProvider time)
{
    private const int AtOnce = 2_000;

    /// <summary>Deletes what is older than the setting says.</summary>
    /// <returns>How many calls are gone.</returns>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        const string Delete = """
            DELETE FROM calls WHERE call_id IN
                (SELECT call_id FROM calls WHERE arrived_at < @limit ORDER BY arrived_at, call_id LIMIT @AtOnce)
            """;
        var limit = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        await using var connection = await database.OpenAsync(cancellationToken);
        var all = 0;
        int some;
        do
        {
            some = await connection.ExecuteAsync(new CommandDefinition(Delete, new { limit, AtOnce }, cancellationToken: cancellationToken));
            all += some;
        }
        while (some == AtOnce);
        return all;
    }
}

/// <summary>Runs <see cref="RecordRetention"/> once an hour.</summary>
internal sealed partial class RetentionJob(RecordRetention retention, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var deleted = await retention.DeleteAsync(stoppingToken);
                if (deleted > 0)
                {
                    Deleted(log, deleted);
                }
            }
            catch (Exception outage) when (Database.IsOutage(outage))
            {
                Postponed(log, outage);
            }
        }
    }

    [LoggerMessage(EventName = "CallRecordsDeleted", Level = LogLevel.Information, Message = "{Count} call records were past their time and are deleted.")]
    private static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(EventName = "CallRecordsNotDeleted", Level = LogLevel.Warning, Message = "Call records past their time could not be deleted; this is tried again within the hour.")]
    private static partial void Postponed(ILogger logger, Exception outage);
}
