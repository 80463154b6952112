using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Infoline.Sql;

namespace Infoline.Desk.Live;

/// <summary>
/// Audio that editors have had made, under the hash of its bytes, in the database so that every node can serve it. What a node has had once
/// stays in its memory: callers hear it also while the database is down.
/// </summary>
public abstract class SoundShelf
{
    private readonly Database _database;
    private readonly string _select;
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _known = new(StringComparer.Ordinal);

    private protected SoundShelf(Database database, string table) =>
        (_database, _select) = (database, $"SELECT wav FROM {table} WHERE content_hash = @contentHash");

    /// <summary>The WAV file of this content; null when nobody has it, or the database does not answer.</summary>
    /// <param name="contentHash">Sixteen hexadecimal digits of the SHA-256 of the file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string contentHash, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(contentHash, out var known))
            return known;
        try
        {
            await using var connection = await _database.OpenAsync(cancellationToken);
            var wav = await connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(_select, new { contentHash }, cancellationToken: cancellationToken));
            return wav is null ? null : _known.GetOrAdd(contentHash, wav);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return null;
        }
    }

    /// <summary>The files of these contents that there are.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    internal async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> LoadAsync(IEnumerable<string> contentHashes, CancellationToken cancellationToken)
    {
        Dictionary<string, ReadOnlyMemory<byte>> found = new(StringComparer.Ordinal);
        await using var connection = await _database.OpenAsync(cancellationToken);
        foreach (var contentHash in contentHashes.Distinct(StringComparer.Ordinal))
        {
            if (_known.TryGetValue(contentHash, out var known))
                found[contentHash] = known;
            else if (await connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(_select, new { contentHash }, cancellationToken: cancellationToken)) is { } wav)
                found[contentHash] = _known.GetOrAdd(contentHash, wav);
        }

        return found;
    }

    /// <summary>Keeps a file in the transaction of what names it; one that is there already stays.</summary>
    private protected static Task KeepAsync(
        DbConnection connection, DbTransaction transaction, string table, string contentHash, ReadOnlyMemory<byte> wav, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO {table} (content_hash, wav) VALUES (@contentHash, @wav) ON CONFLICT (content_hash) DO NOTHING",
            new { contentHash, wav = wav.ToArray() },
            transaction,
            cancellationToken: cancellationToken));
}
