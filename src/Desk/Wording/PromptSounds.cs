using System.Data.Common;
using Infoline.Desk.Hours;
using Infoline.Desk.Live;
using Infoline.Sql;

namespace Infoline.Desk.Wording;

/// <summary>The recordings that editors have had made for prompts, in the form in which the folder of recordings would keep them.</summary>
public sealed class PromptSounds(Database database) : SoundShelf(database, Table)
{
    private const string Table = "desk_prompt_sounds";

    /// <summary>Keeps a recording in the transaction of the draft that names it.</summary>
    internal static Task KeepAsync(DbConnection connection, DbTransaction transaction, string contentHash, ReadOnlyMemory<byte> wav, CancellationToken cancellationToken) =>
        KeepAsync(connection, transaction, Table, contentHash, wav, cancellationToken);
}

/// <summary>Everything that callers hear and no folder holds.</summary>
/// <param name="Announcements">The audio of announcements.</param>
/// <param name="Prompts">The recordings that editors have had made for prompts.</param>
public sealed record KeptSounds(AnnouncementSounds Announcements, PromptSounds Prompts);
