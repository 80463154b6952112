using Dapper;
using Infoline.Sql;
using Microsoft.Extensions.Logging;

namespace Infoline.Cases.Alarms;

/// <summary>The signs of abuse that supervisors are shown.</summary>
public enum AlarmKind
{
    /// <summary>One caller tries one number after another.</summary>
    RunThroughNumbers,

    /// <summary>One caller failed so often that look-ups pause for the number.</summary>
    CallerLimit,

    /// <summary>One case number was tried in vain so often that look-ups pause for it.</summary>
    CaseLimit,

    /// <summary>So many look-ups failed that they pause on the whole line.</summary>
    LineLimit,
}

/// <summary>A sign of abuse.</summary>
public sealed record LookupAlarm
{
    /// <summary>The number of the alarm.</summary>
    public long Id { get; init; }

    /// <summary>What was seen.</summary>
    public AlarmKind Kind => Enum.TryParse<AlarmKind>(KindName, out var kind) ? kind : AlarmKind.RunThroughNumbers;

    /// <summary>The keyed hash of the caller or the case, or <c>line</c>: tells two alarms apart, and nothing else.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it was seen first.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was seen last.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>How often.</summary>
    public int Times { get; init; }

    internal string KindName { get; init; } = "";
}

/// <summary>Tells that an alarm was raised.</summary>
/// <param name="alarm">The alarm.</param>
public sealed class LookupAlarmEventArgs(LookupAlarm alarm) : EventArgs
{
    /// <summary>The alarm.</summary>
    public LookupAlarm Alarm { get; } = alarm;
}

/// <summary>Keeps alarms until a supervisor has seen them. One kind about one subject is one alarm, however often it comes.</summary>
public sealed partial class LookupAlarms(Database database, TimeProvider time, ILogger<LookupAlarms> log)
{
    private const string Columns = "id AS Id, kind AS KindName, subject AS Subject, first_at AS FirstAt, last_at AS LastAt, times AS Times";

    /// <summary>Tells boards of this process about an alarm at the moment when it is raised for the first time.</summary>
    public event EventHandler<LookupAlarmEventArgs>? Raised;

    /// <summary>The alarms that nobody has seen yet, newest first.</summary>
    public async Task<IReadOnlyList<LookupAlarm>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<LookupAlarm>(new CommandDefinition($"SELECT {Columns} FROM case_alarms WHERE seen_at IS NULL ORDER BY last_at DESC LIMIT 100", cancellationToken: cancellationToken))];
    }

    /// <summary>Puts an alarm away; false when it was seen before.</summary>
    /// <param name="id">The alarm.</param>
    /// <param name="account">The supervisor.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<bool> SeenAsync(long id, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE case_alarms SET seen_at = @now, seen_by = @account WHERE id = @id AND seen_at IS NULL", new { id, account, now = time.GetUtcNow() }, cancellationToken: cancellationToken)) > 0;
    }

    internal async Task RaiseAsync(AlarmKind kind, string subject, CancellationToken cancellationToken)
    {
        const string Raise = $"""
            INSERT INTO case_alarms (kind, subject, first_at, last_at) VALUES (@kind, @subject, @now, @now)
            ON CONFLICT (kind, subject) WHERE seen_at IS NULL DO UPDATE SET last_at = excluded.last_at, times = case_alarms.times + 1
            RETURNING {Columns}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var alarm = await connection.QuerySingleAsync<LookupAlarm>(new CommandDefinition(Raise, new { kind = kind.ToString(), subject, now = time.GetUtcNow() }, cancellationToken: cancellationToken));
        if (alarm.Times == 1)
        {
            Seen(log, kind);
            Raised?.Invoke(this, new LookupAlarmEventArgs(alarm));
        }
    }

    [LoggerMessage(EventName = "CaseLookupAlarm", Level = LogLevel.Warning, Message = "Look-ups of cases show a sign of abuse: {Kind}. Supervisors see it on their board.")]
    private static partial void Seen(ILogger logger, AlarmKind kind);
}
