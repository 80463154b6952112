using Infoline.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Cases.Audit;

/// <summary>Deletes old lines of the audit once a day.</summary>
internal sealed partial class AuditRetentionJob(CaseAudit audit, TimeProvider time, ILogger<AuditRetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var deleted = await audit.DeleteOldAsync(stoppingToken);
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

    [LoggerMessage(EventName = "CaseAuditDeleted", Level = LogLevel.Information, Message = "{Count} lines of the audit of cases were past their time and are deleted.")]
    private static partial void Deleted(ILogger logger, int count);

    [LoggerMessage(EventName = "CaseAuditNotDeleted", Level = LogLevel.Warning, Message = "Old lines of the audit of cases could not be deleted; this is tried again tomorrow.")]
    private static partial void Postponed(ILogger logger, Exception outage);
}
