using System.Data.Common;
using Infoline.Desk.Live;
using Infoline.Prompts.Hours;
using Infoline.Sql;

namespace Infoline.Desk.Hours;

/// <summary>The audio of announcements, in the form that the telephone network plays.</summary>
public sealed class AnnouncementSounds(Database database) : SoundShelf(database, Table)
{
    private const string Table = "desk_announcement_sounds";

    /// <summary>Keeps the sounds of announcements in the transaction of the version that names them.</summary>
    internal static async Task KeepAsync(DbConnection connection, DbTransaction transaction, OpeningHours hours, CancellationToken cancellationToken)
    {
        foreach (var sound in hours.Announcements.OfType<Announcement.Written>().SelectMany(written => written.Texts.Values).Select(text => text.Sound).OfType<AnnouncementSound>())
        {
            await KeepAsync(connection, transaction, Table, sound.ContentHash, sound.Wav, cancellationToken);
        }
    }
}
