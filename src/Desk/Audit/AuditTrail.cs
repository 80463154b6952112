using System.Data.Common;
using System.Text.Json;
using Dapper;
using Infoline.Sql;

namespace Infoline.Desk.Audit;

/// <summary>
/// Keeps who did or saw what. The table is append-only: the database refuses changes, the program has none to make. A change
/// and its entry are one transaction, so neither is there without the other.
/// </summary>
public sealed class AuditTrail(Database database, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO desk_audit (at, actor_id, actor_name, origin, action, object_kind, object_id, detail)
        VALUES (@at, @actorId, @actorName, @origin, @action, @objectKind, @objectId, @detail)
        """;

    /// <summary>The time by which entries are kept; a change that keeps its own time takes it from here, so that both tell the same.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Keeps an entry for something that changed nothing in the database: a look, a sign-in, an act on a call.</summary>
    public async Task WriteAsync(Actor actor, AuditEntry entry, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await WriteAsync(connection, null, actor, entry, cancellationToken);
    }

    /// <summary>Keeps an entry in the transaction of the change that it tells of.</summary>
    public async Task WriteAsync(DbConnection connection, DbTransaction? transaction, Actor actor, AuditEntry entry, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                at = time.GetUtcNow(),
                actorId = actor.Id,
                actorName = actor.Name,
                origin = actor.Origin,
                action = entry.Action,
                objectKind = entry.ObjectKind,
                objectId = entry.ObjectId,
                detail = JsonSerializer.Serialize(entry.Detail, AuditJson.Default.IReadOnlyDictionaryStringString),
            },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>The entries that fit, newest first.</summary>
    internal async Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (where, parameters) = filter.ToSql();
        parameters.Add("limit", filter.Limit);
        var rows = await connection.QueryAsync<AuditRow>(new CommandDefinition(
            $"""
             SELECT id AS Id, at AS At, actor_id AS ActorId, actor_name AS ActorName, origin AS Origin,
                    action AS Action, object_kind AS ObjectKind, object_id AS ObjectId, detail AS Detail
             FROM desk_audit {where} ORDER BY id DESC LIMIT @limit
             """,
            parameters,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRecord())];
    }

    private sealed class AuditRow
    {
        public long Id { get; set; }

        public DateTimeOffset At { get; set; }

        public string ActorId { get; set; } = "";

        public string ActorName { get; set; } = "";

        public string Origin { get; set; } = "";

        public string Action { get; set; } = "";

        public string ObjectKind { get; set; } = "";

        public string ObjectId { get; set; } = "";

        public string Detail { get; set; } = "{}";

        public AuditRecord ToRecord() => new(
            Id,
            At,
            new Actor(ActorId, ActorName, Origin),
            new AuditEntry(Action, ObjectKind, ObjectId, JsonSerializer.Deserialize(Detail, AuditJson.Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>(StringComparer.Ordinal)));
    }
}
