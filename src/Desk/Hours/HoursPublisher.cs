using Dapper;
using Infoline.Desk.Audit;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Rendering;
using Infoline.Sql;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Hours;

/// <summary>Makes a version of the hours: its number, its sounds and the entry of the audit are one transaction, and this node answers by it at once.</summary>
internal sealed class HoursPublisher(Database database, HoursArchive archive, HoursFollower follower, AuditTrail audit, HoursVoices voices)
{
    /// <summary>Publishes hours that were made from a version, if that is still the newest one.</summary>
    public async Task<PublishOutcome> PublishAsync(OpeningHours hours, long madeFrom, Actor actor, CancellationToken cancellationToken)
    {
        var (spoken, unspoken) = await voices.SpeakAsync(hours, cancellationToken);
        return await KeepAsync(spoken, madeFrom, restores: null, unspoken, actor, cancellationToken);
    }

    /// <summary>Publishes what an earlier version says, as a version of its own.</summary>
    public async Task<PublishOutcome> RestoreAsync(HoursVersion earlier, long madeFrom, Actor actor, CancellationToken cancellationToken) =>
        await KeepAsync(earlier.Hours, madeFrom, earlier.Number, unspoken: 0, actor, cancellationToken);

    private async Task<PublishOutcome> KeepAsync(OpeningHours hours, long madeFrom, long? restores, int unspoken, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await using var alone = await database.LockAsync("desk-hours", cancellationToken);
            var newest = await archive.NewestAsync(cancellationToken);
            if (newest.Number != madeFrom)
                return new PublishOutcome.Overtaken(newest);
            await InsertAsync(hours, newest, restores, actor, cancellationToken);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return new PublishOutcome.NotNow();
        }

        await follower.PublishedAsync(cancellationToken);
        return new PublishOutcome.Published(madeFrom + 1, unspoken);
    }

    private async Task InsertAsync(OpeningHours hours, HoursVersion newest, long? restores, Actor actor, CancellationToken cancellationToken)
    {
        var version = newest.Number + 1;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AnnouncementSounds.KeepAsync(connection, transaction, hours, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO desk_hours_versions (version, made_at, actor_id, actor_name, restores, content)
            VALUES (@version, @now, @actorId, @actorName, @restores, @content)
            """,
            new { version, now = audit.Now, actorId = actor.Id, actorName = actor.Name, restores, content = KeptHours.Write(hours) },
            transaction,
            cancellationToken: cancellationToken));
        await audit.WriteAsync(connection, transaction, actor, EntryOf(hours, newest, version, restores), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static AuditEntry EntryOf(OpeningHours hours, HoursVersion before, long version, long? restores)
    {
        var detail = HoursDifference.Between(before.Hours, hours).ToDictionary(change => change.What, change => $"{change.Before} → {change.After}", StringComparer.Ordinal);
        if (restores is { } earlier)
            detail["restores"] = earlier.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new AuditEntry(
            restores is null ? AuditActions.HoursPublished : AuditActions.HoursRestored, "hours", version.ToString(System.Globalization.CultureInfo.InvariantCulture), detail);
    }
}

/// <summary>Has the texts of announcements spoken that no voice has spoken yet.</summary>
internal sealed partial class HoursVoices(AnnouncementStudio studio, ILogger<HoursVoices> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>The same hours with sounds, and how many texts have none.</summary>
    public async Task<(OpeningHours Hours, int Unspoken)> SpeakAsync(OpeningHours hours, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        List<Announcement> announcements = [];
        var unspoken = 0;
        foreach (var announcement in hours.Announcements)
        {
            if (announcement is not Announcement.Written written)
            {
                announcements.Add(announcement);
                continue;
            }

            Dictionary<Prompts.Language, AnnouncementText> texts = [];
            foreach (var (language, text) in written.Texts)
            {
                texts[language] = text.Sound is null ? await SpeakAsync(language, text, patience.Token) : text;
                unspoken += texts[language].Sound is null ? 1 : 0;
            }

            announcements.Add(written with { Texts = texts });
        }

        return (hours.With(hours.Week, hours.Exceptions, announcements), unspoken);
    }

    private async Task<AnnouncementText> SpeakAsync(Prompts.Language language, AnnouncementText text, CancellationToken patience)
    {
        try
        {
            switch (await studio.SpeakAsync(language, text.Words, patience))
            {
                case AnnouncementTake.Made(var sound):
                    return text with { Sound = sound };
                case AnnouncementTake.NotMade(var why):
                    NotSpoken(log, why);
                    return text;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            NotSpoken(log, "The voice took too long.");
            return text;
        }
    }

    [LoggerMessage(EventName = "AnnouncementNotSpoken", Level = LogLevel.Warning, Message = "An announcement has no recording and is said by the network's voice: {Why}")]
    private static partial void NotSpoken(ILogger logger, string why);
}
