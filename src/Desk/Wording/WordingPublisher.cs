using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Infoline.Desk.Audit;
using Infoline.Prompts;
using Infoline.Sql;

namespace Infoline.Desk.Wording;

/// <summary>Makes a version of what callers hear: its number, the drafts that it takes up and the entry of the audit are one transaction, and this node answers by it at once.</summary>
internal sealed class WordingPublisher(Database database, WordingArchive archive, WordingFollower follower, PromptsInForce inForce, AuditTrail audit)
{
    /// <summary>The lock under which drafts and versions change.</summary>
    public const string Lock = "desk-wording";

    /// <summary>Longer than this a note is not read.</summary>
    public const int LongestNote = 300;

    /// <summary>Publishes drafts as they were seen.</summary>
    /// <param name="drafts">The drafts; each must be fit to be heard in every language.</param>
    /// <param name="note">Why, for those who look at the versions later.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<WordingOutcome> PublishAsync(IReadOnlyCollection<WordingDraft> drafts, string note, Actor actor, CancellationToken cancellationToken)
    {
        if (note.Trim() is not { Length: > 0 and <= LongestNote } why)
            return new WordingOutcome.NoNote();
        if (drafts.FirstOrDefault(draft => !IsFinished(draft)) is { } unfinished)
            return new WordingOutcome.Unfinished(unfinished.Key);
        return await KeepAsync(
            async (connection, transaction, newest) =>
            {
                Dictionary<PromptKey, KeptEdit> texts = new(newest.Texts);
                foreach (var draft in drafts)
                {
                    var there = await WordingDrafts.FindAsync(connection, transaction, draft.Key, cancellationToken);
                    if (there is null || !there.Edit.IsSameAs(draft.Edit))
                        return new Change.Refused(new WordingOutcome.Overtaken(there?.By ?? newest.By));
                    texts[draft.Key] = draft.Edit;
                    await WordingDrafts.DropAsync(connection, transaction, draft.Key, cancellationToken);
                }

                return new Change.To(texts.Where(text => !text.Value.IsSameAs(KeptEdit.Of(inForce.Shipped.Find(text.Key)))).ToDictionary(), why, Restores: null);
            },
            actor,
            cancellationToken);
    }

    /// <summary>Publishes what an earlier version says, as a version of its own. Drafts stay.</summary>
    public Task<WordingOutcome> RestoreAsync(WordingVersion earlier, long madeFrom, Actor actor, CancellationToken cancellationToken) => KeepAsync(
        (_, _, newest) => Task.FromResult<Change>(newest.Number == madeFrom ? new Change.To(earlier.Texts, "", earlier.Number) : new Change.Refused(new WordingOutcome.Overtaken(newest.By))),
        actor,
        cancellationToken);

    /// <summary>Whether callers can hear a draft in every language.</summary>
    public bool IsFinished(WordingDraft draft) => inForce.Shipped.Contains(draft.Key) && Wordings.Check(inForce.Shipped.Find(draft.Key), WithoutSounds(draft.Edit)).Count == 0;

    /// <summary>The texts alone, for the checks.</summary>
    public static PromptEdit WithoutSounds(KeptEdit edit) => edit.ToEdit(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    private async Task<WordingOutcome> KeepAsync(Func<DbConnection, DbTransaction, WordingVersion, Task<Change>> make, Actor actor, CancellationToken cancellationToken)
    {
        long number;
        try
        {
            await using var alone = await database.LockAsync(Lock, cancellationToken);
            var newest = await archive.NewestAsync(cancellationToken);
            number = newest.Number + 1;
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            switch (await make(connection, transaction, newest))
            {
                case Change.Refused(var outcome):
                    return outcome;
                case Change.To change:
                    await InsertAsync(connection, transaction, newest, change, actor, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                    break;
            }
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return new WordingOutcome.NotNow();
        }

        await follower.PublishedAsync(cancellationToken);
        return new WordingOutcome.Published(number);
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, WordingVersion newest, Change.To change, Actor actor, CancellationToken cancellationToken)
    {
        var version = newest.Number + 1;
        IReadOnlyDictionary<string, KeptEdit> kept = change.Texts.OrderBy(text => text.Key.ToString(), StringComparer.Ordinal).ToDictionary(text => text.Key.ToString(), text => text.Value, StringComparer.Ordinal);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO desk_wording_versions (version, made_at, actor_id, actor_name, note, restores, content)
            VALUES (@version, @now, @actorId, @actorName, @note, @restores, @content)
            """,
            new
            {
                version,
                now = audit.Now,
                actorId = actor.Id,
                actorName = actor.Name,
                note = change.Note,
                restores = change.Restores,
                content = JsonSerializer.Serialize(kept, WordingJson.Default.IReadOnlyDictionaryStringKeptEdit),
            },
            transaction,
            cancellationToken: cancellationToken));
        await audit.WriteAsync(connection, transaction, actor, EntryOf(newest, version, change), cancellationToken);
    }

    private AuditEntry EntryOf(WordingVersion before, long version, Change.To change)
    {
        var detail = WordingDifference.Between(before.Texts, change.Texts, inForce.Shipped)
            .ToDictionary(difference => $"{difference.Key} {difference.Language.Code()}", difference => $"{difference.Before} → {difference.After}", StringComparer.Ordinal);
        if (change.Note.Length > 0)
            detail["note"] = change.Note;
        if (change.Restores is { } earlier)
            detail["restores"] = earlier.ToString(CultureInfo.InvariantCulture);
        return new AuditEntry(change.Restores is null ? AuditActions.WordingPublished : AuditActions.WordingRestored, "wording", version.ToString(CultureInfo.InvariantCulture), detail);
    }

    /// <summary>What a version is to say, or why there is none.</summary>
    private abstract record Change
    {
        public sealed record To(IReadOnlyDictionary<PromptKey, KeptEdit> Texts, string Note, long? Restores) : Change;

        public sealed record Refused(WordingOutcome Outcome) : Change;
    }
}
