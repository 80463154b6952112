using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Infoline.Prompts.Hours;
using Infoline.Sql;

namespace Infoline.Desk.Hours;

/// <summary>
/// The audio of announcements, in the database so that every node can serve it. What a node has had once stays in its memory: callers hear it
/// also while the database is down.
/// </summary>
public sealed class AnnouncementSounds(Database database)
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _known = new(StringComparer.Ordinal);

    /// <summary>The WAV file of this content; null when nobody has it, or the database does not answer.</summary>
    /// <param name="contentHash">As in <see cref="AnnouncementSound.ContentHash"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string contentHash, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(contentHash, out var known))
            return known;
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var wav = await connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(
                "SELECT wav FROM desk_announcement_sounds WHERE content_hash = @contentHash", new { contentHash }, cancellationToken: cancellationToken));
            return wav is null ? null : _known.GetOrAdd(contentHash, wav);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return null;
        }
    }

    /// <summary>Keeps the sounds of announcements in the transaction of the version that names them.</summary>
    internal static async Task KeepAsync(DbConnection connection, DbTransaction transaction, OpeningHours hours, CancellationToken cancellationToken)
    {
        foreach (var sound in hours.Announcements.OfType<Announcement.Written>().SelectMany(written => written.Texts.Values).Select(text => text.Sound).OfType<AnnouncementSound>())
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO desk_announcement_sounds (content_hash, wav) VALUES (@hash, @wav) ON CONFLICT (content_hash) DO NOTHING",
                new { hash = sound.ContentHash, wav = sound.Wav.ToArray() },
                transaction,
                cancellationToken: cancellationToken));
        }
    }
}
