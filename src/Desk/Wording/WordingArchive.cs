using System.Text.Json;
using Dapper;
using Infoline.Prompts;
using Infoline.Sql;

namespace Infoline.Desk.Wording;

/// <summary>Reads the versions of what callers hear.</summary>
internal sealed class WordingArchive(Database database, PromptSounds sounds)
{
    private const string Columns = "version AS Version, made_at AS MadeAt, actor_name AS ActorName, note AS Note, restores AS Restores, content AS Content";

    /// <summary>The number of the newest version; 0 when nobody has published yet.</summary>
    public async Task<long> NewestNumberAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(version) FROM desk_wording_versions", cancellationToken: cancellationToken)) ?? 0;
    }

    /// <summary>A version; null when there is none of this number.</summary>
    public async Task<WordingVersion?> FindAsync(long number, CancellationToken cancellationToken)
    {
        if (number == 0)
            return WordingVersion.Shipped;
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM desk_wording_versions WHERE version = @number", new { number }, cancellationToken: cancellationToken));
        return row?.ToVersion();
    }

    /// <summary>The newest version.</summary>
    public async Task<WordingVersion> NewestAsync(CancellationToken cancellationToken) =>
        await FindAsync(await NewestNumberAsync(cancellationToken), cancellationToken) ?? WordingVersion.Shipped;

    /// <summary>The newest versions, latest first; version 0 is the last of all.</summary>
    public async Task<IReadOnlyList<WordingVersion>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM desk_wording_versions ORDER BY version DESC LIMIT @most", new { most }, cancellationToken: cancellationToken));
        List<WordingVersion> versions = [.. rows.Select(row => row.ToVersion())];
        if (versions.Count < most)
            versions.Add(WordingVersion.Shipped);
        return versions;
    }

    /// <summary>Texts with their sounds, as they take force.</summary>
    public async Task<IReadOnlyDictionary<PromptKey, PromptEdit>> EditsAsync(IReadOnlyDictionary<PromptKey, KeptEdit> texts, CancellationToken cancellationToken)
    {
        var found = await sounds.LoadAsync(
            texts.Values.SelectMany(edit => LanguageCodes.All.SelectMany(edit.Sounds)).Select(sound => sound.Hash), cancellationToken);
        return texts.ToDictionary(text => text.Key, text => text.Value.ToEdit(found));
    }

    private sealed class Row
    {
        public long Version { get; set; }

        public DateTimeOffset MadeAt { get; set; }

        public string ActorName { get; set; } = "";

        public string Note { get; set; } = "";

        public long? Restores { get; set; }

        public string Content { get; set; } = "{}";

        public WordingVersion ToVersion()
        {
            var kept = JsonSerializer.Deserialize(Content, WordingJson.Default.IReadOnlyDictionaryStringKeptEdit) ?? throw new JsonException("A version of the texts is empty.");
            return new(Version, MadeAt, ActorName, Note, Restores, kept.ToDictionary(text => PromptKey.Of(text.Key), text => text.Value));
        }
    }
}
