using Dapper;
using Infoline.Sql;

namespace Infoline.Records.Retention;

/// <summary>A recording of a conversation that is kept elsewhere.</summary>
/// <param name="Id">The recording's id there.</param>
/// <param name="CallId">The call.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="DeleteAt">When it is to be deleted.</param>
public sealed record KeptRecording(string Id, string CallId, DateTimeOffset StartedAt, DateTimeOffset DeleteAt);

/// <summary>
/// The recordings that are kept, each until its own time. A recording enters with the record of its call, and leaves when whoever keeps it
/// has deleted it.
/// </summary>
public sealed class RecordingRegister(Database database)
{
    /// <summary>The query of <see cref="DueAsync"/>, for the proof of its plan.</summary>
    internal const string DueSql = """
        SELECT recording_id AS Id, call_id AS CallId, started_at AS StartedAt, delete_at AS DeleteAt
        FROM call_recordings WHERE delete_at <= @now ORDER BY delete_at, recording_id LIMIT @most
        """;

    /// <summary>The recordings that are to be deleted, the longest due first.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<KeptRecording>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(DueSql, new { now, most }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new KeptRecording(row.Id, row.CallId, row.StartedAt, row.DeleteAt))];
    }

    /// <summary>The recording is gone.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM call_recordings WHERE recording_id = @id", new { id }, cancellationToken);

    /// <summary>The recording could not be deleted and is due again later, so that others do not wait behind it.</summary>
    public Task PostponeAsync(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE call_recordings SET delete_at = @until WHERE recording_id = @id", new { id, until }, cancellationToken);

    private async Task ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string CallId { get; init; } = "";

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset DeleteAt { get; init; }
    }
}
