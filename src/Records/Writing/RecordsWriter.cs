using System.Data.Common;
using Dapper;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Sql;
using Microsoft.Extensions.Options;

namespace Infoline.Records.Writing;

/// <summary>What became of a record that was handed over.</summary>
public enum WriteResult
{
    /// <summary>The record is new, or completes the one that was there.</summary>
    Written,

    /// <summary>All of it was there already.</summary>
    NothingNew,

    /// <summary>The call is older than records are kept.</summary>
    PastRetention,
}

/// <summary>
/// Writes finished calls. The same record may come any number of times, from any node, whole or in parts and in any order: the
/// row, the offers and the sums come out the same.
/// </summary>
public sealed class RecordsWriter(Database database, IOptions<RecordsOptions> options, TimeProvider time)
{
    /// <summary>Writes a record in one transaction.</summary>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells; nothing was written and the record may be handed over again.</exception>
    public async Task<WriteResult> WriteAsync(CallRecord record, CancellationToken cancellationToken)
    {
        if (record.Events[0].At < time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays))
        {
            return WriteResult.PastRetention;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var known = await LockAsync(record, connection, transaction, cancellationToken);
        var merged = known is null ? record : record.Merge(known);
        if (known is not null && merged.Events.SequenceEqual(known.Events) && string.Equals(merged.CallerKey, known.CallerKey, StringComparison.Ordinal))
        {
            return WriteResult.NothingNew;
        }

        var summary = CallSummary.Of(merged);
        await SaveAsync(merged, summary, connection, transaction, cancellationToken);
        await KeepRecordingsAsync(record, connection, transaction, cancellationToken);
        if (known is null)
        {
            await FigureSheet.Of(summary).AddToAsync(connection, transaction, cancellationToken);
        }
        else
        {
            var counted = FigureSheet.Of(CallSummary.Of(known));
            await FigureSheet.Of(summary).Minus(counted).AddToAsync(connection, transaction, cancellationToken);
            await counted.RecountHighestAsync(connection, transaction, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return WriteResult.Written;
    }

    // A row that is only there to be locked has no events yet; it becomes visible together with them.
    private static async Task<CallRecord?> LockAsync(CallRecord record, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Lock = """
            INSERT INTO calls (call_id, caller_key, arrived_at, ended_at, outcome, ended_by, events)
            VALUES (@CallId, @CallerKey, @at, @at, '', '', '')
            ON CONFLICT (call_id) DO UPDATE SET version = calls.version + 1
            RETURNING caller_key AS CallerKey, events AS Events
            """;
        var stored = await connection.QuerySingleAsync<Stored>(new CommandDefinition(Lock, new { record.CallId, record.CallerKey, at = record.Events[0].At }, transaction, cancellationToken: cancellationToken));
        return stored.Events.Length > 0 && CallRecord.TryRead(stored.Events, out var events) ? CallRecord.Of(record.CallId, stored.CallerKey, events) : null;
    }

    private static Task<int> SaveAsync(CallRecord record, CallSummary call, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Save = """
            UPDATE calls SET caller_key = @CallerKey, arrived_at = @ArrivedAt, ended_at = @EndedAt, language = @Language, topic = @Topic,
                outcome = @outcome, asked_at = @AskedAt, wait_ms = @wait, talk_ms = @talk, hold_ms = @hold, wrap_up_ms = @wrapUp,
                consultant = @Consultant, ended_by = @endedBy, disposition = @Disposition, events = @events
            WHERE call_id = @CallId
            """;
        var values = new
        {
            record.CallId,
            record.CallerKey,
            call.ArrivedAt,
            call.EndedAt,
            call.Language,
            call.Topic,
            outcome = call.Outcome.Name(),
            call.AskedAt,
            wait = (long?)call.Wait?.TotalMilliseconds,
            talk = (long)call.Talk.TotalMilliseconds,
            hold = (long)call.Hold.TotalMilliseconds,
            wrapUp = (long)call.WrapUp.TotalMilliseconds,
            call.Consultant,
            endedBy = call.EndedBy.ToString(),
            call.Disposition,
            events = CallRecord.Write(record.Events),
        };
        return connection.ExecuteAsync(new CommandDefinition(Save, values, transaction, cancellationToken: cancellationToken));
    }

    // Of what was told before, the recordings are known, or deleted by now.
    private static async Task KeepRecordingsAsync(CallRecord record, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Keep = """
            INSERT INTO call_recordings (recording_id, call_id, started_at, delete_at) VALUES (@Recording, @CallId, @At, @KeptUntil)
            ON CONFLICT (recording_id) DO NOTHING
            """;
        foreach (var began in record.Events.OfType<RecordingBegan>())
        {
            await connection.ExecuteAsync(new CommandDefinition(Keep, new { began.Recording, record.CallId, began.At, began.KeptUntil }, transaction, cancellationToken: cancellationToken));
        }
    }

    private sealed record Stored
    {
        public string? CallerKey { get; init; }

        public string Events { get; init; } = "";
    }
}
