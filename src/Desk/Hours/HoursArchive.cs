using Dapper;
using Infoline.Prompts.Hours;
using Infoline.Sql;

namespace Infoline.Desk.Hours;

/// <summary>Reads the versions of the hours.</summary>
internal sealed class HoursArchive(Database database, HoursInForce inForce, AnnouncementSounds sounds)
{
    private const string Columns = "version AS Version, made_at AS MadeAt, actor_name AS ActorName, restores AS Restores, content AS Content";

    /// <summary>What the folder of recordings says.</summary>
    public HoursVersion Shipped { get; } = new(0, null, "", null, inForce.Shipped);

    /// <summary>The number of the newest version; 0 when nobody has published yet.</summary>
    public async Task<long> NewestNumberAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(version) FROM desk_hours_versions", cancellationToken: cancellationToken)) ?? 0;
    }

    /// <summary>A version with its sounds; null when there is none of this number.</summary>
    public async Task<HoursVersion?> FindAsync(long number, CancellationToken cancellationToken)
    {
        if (number == 0)
            return Shipped;
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM desk_hours_versions WHERE version = @number", new { number }, cancellationToken: cancellationToken));
        return row is null ? null : await ToVersionAsync(row, cancellationToken);
    }

    /// <summary>The newest version.</summary>
    public async Task<HoursVersion> NewestAsync(CancellationToken cancellationToken) =>
        await FindAsync(await NewestNumberAsync(cancellationToken), cancellationToken) ?? Shipped;

    /// <summary>The newest versions, latest first; version 0 is the last of all.</summary>
    public async Task<IReadOnlyList<HoursVersion>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM desk_hours_versions ORDER BY version DESC LIMIT @most", new { most }, cancellationToken: cancellationToken));
        List<HoursVersion> versions = [];
        foreach (var row in rows)
            versions.Add(await ToVersionAsync(row, cancellationToken));
        if (versions.Count < most)
            versions.Add(Shipped);
        return versions;
    }

    private async Task<HoursVersion> ToVersionAsync(Row row, CancellationToken cancellationToken)
    {
        var kept = KeptHours.Read(row.Content);
        Dictionary<string, ReadOnlyMemory<byte>> found = new(StringComparer.Ordinal);
        foreach (var name in kept.SoundNames())
        {
            if (await sounds.FindAsync(name, cancellationToken) is { } wav)
                found[name] = wav;
        }

        return new HoursVersion(row.Version, row.MadeAt, row.ActorName, row.Restores, kept.ToHours(inForce.Shipped, found));
    }

    private sealed class Row
    {
        public long Version { get; set; }

        public DateTimeOffset MadeAt { get; set; }

        public string ActorName { get; set; } = "";

        public long? Restores { get; set; }

        public string Content { get; set; } = "";
    }
}
