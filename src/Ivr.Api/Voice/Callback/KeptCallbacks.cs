using Dapper;
using Infoline.Routing;
using Infoline.Sql;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>A wish to be called back that waits beside the queue.</summary>
/// <param name="Ticket">The entry that it becomes in the queue, with the original arrival.</param>
/// <param name="Number">In E.164; null when it does not open any more. Personal.</param>
/// <param name="Window">When the caller can be reached.</param>
internal sealed record KeptCallback(Ticket Ticket, string? Number, CallbackWindow Window)
{
    /// <inheritdoc/>
    public override string ToString() => $"Kept callback {Ticket.Call}";
}

/// <summary>
/// Wishes to be called back that were taken while the queue did not answer. They rest in the database with their numbers sealed, and
/// enter the queue when it is back.
/// </summary>
internal sealed class KeptCallbacks(Database database, SealedNumbers seals)
{
    private const int MostAtOnce = 100;

    /// <summary>A wish that is older has lost its sense; its number does not open any more, and it is deleted.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    /// <summary>Keeps a wish; a second one of the same call replaces the first.</summary>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells: the wish could not be kept.</exception>
    public async Task KeepAsync(Ticket ticket, string number, CallbackWindow window, CancellationToken cancel)
    {
        const string Keep = """
            INSERT INTO kept_callbacks (entry, ticket, number_sealed, arrived_at, earliest, latest)
            VALUES (@entry, @ticket, @number, @arrivedAt, @earliest, @latest)
            ON CONFLICT (entry) DO UPDATE SET ticket = excluded.ticket, number_sealed = excluded.number_sealed, earliest = excluded.earliest, latest = excluded.latest
            """;
        // An entry of its own: the call itself may be known to the queue as waiting or over, and its late events must not touch the wish.
        var kept = ticket with { Call = CallId.Parse($"kept-{ticket.Call}") };
        await using var connection = await database.OpenAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            Keep,
            new { entry = kept.Call.Value, ticket = kept.ToString(), number = seals.Seal(number, GoodFor), arrivedAt = ticket.ArrivedAt, earliest = window.Earliest, latest = window.Latest },
            cancellationToken: cancel));
    }

    /// <summary>The oldest wishes that are kept.</summary>
    public async Task<IReadOnlyList<KeptCallback>> OldestAsync(CancellationToken cancel)
    {
        const string Oldest = """
            SELECT ticket AS Ticket, number_sealed AS Number, earliest AS Earliest, latest AS Latest
            FROM kept_callbacks ORDER BY arrived_at, entry LIMIT @MostAtOnce
            """;
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Oldest, new { MostAtOnce }, cancellationToken: cancel));
        return [.. rows.Select(row => Ticket.TryParse(row.Ticket, out var ticket)
            ? new KeptCallback(ticket!, seals.Open(row.Number), new CallbackWindow(row.Earliest, row.Latest))
            : throw new InvalidOperationException("A kept callback has no ticket."))];
    }

    /// <summary>The wish is in the queue, or has lost its sense.</summary>
    public async Task RemoveAsync(KeptCallback kept, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM kept_callbacks WHERE entry = @entry", new { entry = kept.Ticket.Call.Value }, cancellationToken: cancel));
    }

    private sealed record Row
    {
        public string Ticket { get; init; } = "";

        public string Number { get; init; } = "";

        public DateTimeOffset Earliest { get; init; }

        public DateTimeOffset? Latest { get; init; }
    }
}
