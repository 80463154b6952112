using System.Data.Common;
using Dapper;
using Infoline.Desk.Audit;
using Infoline.Prompts;
using Infoline.Sql;

namespace Infoline.Desk.Wording;

/// <summary>
/// The drafts, one a prompt, shared by all editors. Whoever changes one says what they saw before; if that is no longer there, nothing is
/// changed, so that nobody's work is overwritten unseen.
/// </summary>
internal sealed class WordingDrafts(Database database, AuditTrail audit)
{
    private const string Columns = "prompt AS Prompt, content AS Content, changed_at AS ChangedAt, actor_name AS ActorName";

    /// <summary>Every draft, by the keys.</summary>
    public async Task<IReadOnlyDictionary<PromptKey, WordingDraft>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition($"SELECT {Columns} FROM desk_wording_drafts ORDER BY prompt", cancellationToken: cancellationToken));
        return rows.Select(row => row.ToDraft()).ToDictionary(draft => draft.Key);
    }

    /// <summary>Keeps what an editor wrote, unfinished as it may be.</summary>
    /// <param name="key">The prompt.</param>
    /// <param name="edit">The texts.</param>
    /// <param name="seen">The draft from which they were made; null when there was none.</param>
    /// <param name="sound">A recording that the texts name and the database may not have; null for none.</param>
    /// <param name="actor">Who wrote them.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<WordingOutcome> SaveAsync(PromptKey key, KeptEdit edit, WordingDraft? seen, PromptSound? sound, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            key,
            seen,
            async (connection, transaction) =>
            {
                if (sound is not null)
                    await PromptSounds.KeepAsync(connection, transaction, sound.ContentHash, sound.Wav, cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition(
                    """
                    INSERT INTO desk_wording_drafts (prompt, changed_at, actor_id, actor_name, content) VALUES (@prompt, @now, @actorId, @actorName, @content)
                    ON CONFLICT (prompt) DO UPDATE SET changed_at = @now, actor_id = @actorId, actor_name = @actorName, content = @content
                    """,
                    new { prompt = key.ToString(), now = audit.Now, actorId = actor.Id, actorName = actor.Name, content = edit.Write() },
                    transaction,
                    cancellationToken: cancellationToken));
                var detail = LanguageCodes.All.ToDictionary(language => language.Code(), edit.Words, StringComparer.Ordinal);
                if (sound is not null)
                    detail["sound"] = sound.ContentHash;
                await audit.WriteAsync(connection, transaction, actor, new AuditEntry(AuditActions.WordingDrafted, "prompt", key.ToString(), detail), cancellationToken);
            },
            cancellationToken);

    /// <summary>Throws a draft away.</summary>
    public Task<WordingOutcome> DropAsync(WordingDraft seen, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            seen.Key,
            seen,
            async (connection, transaction) =>
            {
                await DropAsync(connection, transaction, seen.Key, cancellationToken);
                await audit.WriteAsync(
                    connection, transaction, actor, new AuditEntry(AuditActions.WordingDropped, "prompt", seen.Key.ToString(), new Dictionary<string, string>(StringComparer.Ordinal)), cancellationToken);
            },
            cancellationToken);

    /// <summary>Removes a draft that was published, in the transaction of the version.</summary>
    internal static Task DropAsync(DbConnection connection, DbTransaction transaction, PromptKey key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM desk_wording_drafts WHERE prompt = @prompt", new { prompt = key.ToString() }, transaction, cancellationToken: cancellationToken));

    /// <summary>The draft as it is in a transaction; null when there is none.</summary>
    internal static async Task<WordingDraft?> FindAsync(DbConnection connection, DbTransaction transaction, PromptKey key, CancellationToken cancellationToken) =>
        (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM desk_wording_drafts WHERE prompt = @prompt", new { prompt = key.ToString() }, transaction, cancellationToken: cancellationToken)))?.ToDraft();

    private async Task<WordingOutcome> ChangeAsync(PromptKey key, WordingDraft? seen, Func<DbConnection, DbTransaction, Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await using var alone = await database.LockAsync(WordingPublisher.Lock, cancellationToken);
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var there = await FindAsync(connection, transaction, key, cancellationToken);
            if (there is null != seen is null || (there is not null && !there.Edit.IsSameAs(seen!.Edit)))
                return new WordingOutcome.Overtaken(there?.By ?? "");
            await change(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
            return new WordingOutcome.Saved();
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return new WordingOutcome.NotNow();
        }
    }

    private sealed class Row
    {
        public string Prompt { get; set; } = "";

        public string Content { get; set; } = "";

        public DateTimeOffset ChangedAt { get; set; }

        public string ActorName { get; set; } = "";

        public WordingDraft ToDraft() => new(PromptKey.Of(Prompt), KeptEdit.Read(Content), ChangedAt, ActorName);
    }
}
