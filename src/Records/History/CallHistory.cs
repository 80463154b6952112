using System.Runtime.CompilerServices;
using Dapper;
using Infoline.Records.Calls;
using Infoline.Sql;

namespace Infoline.Records.History;

/// <summary>Looks for finished calls.</summary>
public sealed class CallHistory(Database database)
{
    /// <summary>The most rows of one page.</summary>
    public const int LargestPage = 500;

    private const string Columns = """
        call_id AS CallId, caller_key AS CallerKey, arrived_at AS ArrivedAt, ended_at AS EndedAt, language AS Language, topic AS Topic,
        outcome AS OutcomeName, wait_ms AS WaitMs, talk_ms AS TalkMs, hold_ms AS HoldMs, wrap_up_ms AS WrapUpMs, consultant AS Consultant,
        ended_by AS EndedByName, disposition AS Disposition
        """;

    /// <summary>The last calls of a caller, newest first.</summary>
    /// <param name="callerKey">The key under which the calls were written.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<CallRow>> RecentAsync(string callerKey, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<CallRow>(new CommandDefinition(RecentSql, new { callerKey, most = Math.Clamp(most, 1, LargestPage) }, cancellationToken: cancellationToken))];
    }

    /// <summary>A call with its time line; null when there is none of this id.</summary>
    public async Task<(CallRow Call, IReadOnlyList<CallEvent> Events)?> FindAsync(string callId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<CallRow>(new CommandDefinition(
            $"SELECT {Columns}, events AS EventsJson FROM calls WHERE call_id = @callId", new { callId }, cancellationToken: cancellationToken));
        return row is null ? null : (row, CallRecord.TryRead(row.EventsJson, out var events) ? events : []);
    }

    /// <summary>One page of calls, newest first.</summary>
    /// <param name="filter">Which calls.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="size">Rows a page, at most <see cref="LargestPage"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<CallPage> SearchAsync(CallFilter filter, CallCursor? after, int size, CancellationToken cancellationToken)
    {
        var rows = Math.Clamp(size, 1, LargestPage);
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = (await connection.QueryAsync<CallRow>(new CommandDefinition(SearchSql(filter, after is not null), Values(filter, after, rows + 1), cancellationToken: cancellationToken))).AsList();
        return found.Count > rows
            ? new CallPage([.. found.Take(rows)], new CallCursor(found[rows - 1].ArrivedAt, found[rows - 1].CallId))
            : new CallPage(found, null);
    }

    /// <summary>All calls of a filter, newest first, read page by page: for exports of any length.</summary>
    public async IAsyncEnumerable<CallRow> ExportAsync(CallFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CallCursor? after = null;
        do
        {
            var page = await SearchAsync(filter, after, LargestPage, cancellationToken);
            foreach (var call in page.Calls)
            {
                yield return call;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>The query of <see cref="RecentAsync"/>, for the proof of its plan.</summary>
    internal const string RecentSql = $"SELECT {Columns} FROM calls WHERE caller_key = @callerKey ORDER BY arrived_at DESC LIMIT @most";

    /// <summary>The query of <see cref="SearchAsync"/>, for the proof of its plan.</summary>
    internal static string SearchSql(CallFilter filter, bool hasCursor)
    {
        var conditions = new List<string> { "arrived_at >= @From", "arrived_at < @To", "events <> ''" };
        void When(object? value, string condition)
        {
            if (value is not null)
            {
                conditions.Add(condition);
            }
        }

        When(filter.Language, "language = @Language");
        When(filter.Topic, "topic = @Topic");
        When(filter.Outcome, "outcome = @outcome");
        When(filter.Consultant, "consultant = @Consultant");
        When(filter.CallerKey, "caller_key = @CallerKey");
        When(hasCursor ? filter : null, "(arrived_at, call_id) < (@afterAt, @afterId)");
        return $"SELECT {Columns} FROM calls WHERE {string.Join(" AND ", conditions)} ORDER BY arrived_at DESC, call_id DESC LIMIT @size";
    }

    internal static object Values(CallFilter filter, CallCursor? after, int size) => new
    {
        filter.From,
        filter.To,
        filter.Language,
        filter.Topic,
        outcome = filter.Outcome?.Name(),
        filter.Consultant,
        filter.CallerKey,
        afterAt = after?.ArrivedAt ?? default,
        afterId = after?.CallId ?? "",
        size,
    };
}
