using Dapper;
using Infoline.Sql;

namespace Infoline.Desk.Accounts;

/// <summary>Whether a name may be tried now.</summary>
internal abstract record GuessLeave
{
    private GuessLeave()
    {
    }

    /// <summary>This try is counted; the right secret clears the count.</summary>
    /// <param name="Failures">How many tries in a row there would be if it fails.</param>
    /// <param name="Pause">How long the name is closed from now on if it fails.</param>
    public sealed record Granted(int Failures, TimeSpan Pause) : GuessLeave;

    /// <summary>The name is closed.</summary>
    /// <param name="Until">When it opens.</param>
    public sealed record Closed(DateTimeOffset Until) : GuessLeave;
}

/// <summary>
/// Counts guesses by name, whether or not an account has it, so that a closed name tells nothing. A try is counted before the
/// secret is looked at: a thousand at once get no more looks than a thousand in a row. Names are kept as hashes, because
/// people type passwords into the wrong field.
/// </summary>
internal sealed class Guesses(Database database, TimeProvider time)
{
    private const int Races = 20;

    public async Task<GuessLeave> AskAsync(string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = Secrets.Hash(name);
        await using var connection = await database.OpenAsync(cancellationToken);
        for (var race = 0; race < Races; race++)
        {
            var row = await connection.QuerySingleOrDefaultAsync<GuessRow>(new CommandDefinition(
                "SELECT failures AS Failures, closed_until AS ClosedUntil, tried_at AS TriedAt FROM desk_guesses WHERE name_hash = @key",
                new { key },
                cancellationToken: cancellationToken));
            if (row?.ClosedUntil > now)
            {
                return new GuessLeave.Closed(row.ClosedUntil);
            }

            var before = row is null || now - row.TriedAt > LockOut.ForgottenAfter ? 0 : row.Failures;
            var granted = new GuessLeave.Granted((int)before + 1, LockOut.PauseAfter((int)before + 1));
            var written = await connection.ExecuteAsync(new CommandDefinition(
                row is null
                    ? """
                      INSERT INTO desk_guesses (name_hash, failures, closed_until, tried_at) VALUES (@key, @failures, @until, @now)
                      ON CONFLICT (name_hash) DO NOTHING
                      """
                    : """
                      UPDATE desk_guesses SET failures = @failures, closed_until = @until, tried_at = @now
                      WHERE name_hash = @key AND failures = @seen AND tried_at = @seenAt
                      """,
                new { key, failures = granted.Failures, until = now + granted.Pause, now, seen = row?.Failures ?? 0, seenAt = row?.TriedAt ?? now },
                cancellationToken: cancellationToken));
            if (written == 1)
            {
                return granted;
            }
        }

        return new GuessLeave.Closed(now + TimeSpan.FromSeconds(1));
    }

    /// <summary>The right secret was given, or an administrator opens the name.</summary>
    public async Task ClearAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM desk_guesses WHERE name_hash = @key OR tried_at < @old",
            new { key = Secrets.Hash(name), old = time.GetUtcNow() - LockOut.ForgottenAfter },
            cancellationToken: cancellationToken));
    }

    /// <summary>The names that are closed now, as hashes, with the count and the end of the pause.</summary>
    public async Task<IReadOnlyDictionary<string, (int Failures, DateTimeOffset Until)>> ClosedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<GuessRow>(new CommandDefinition(
            "SELECT name_hash AS NameHash, failures AS Failures, closed_until AS ClosedUntil, tried_at AS TriedAt FROM desk_guesses WHERE closed_until > @now",
            new { now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.NameHash, row => ((int)row.Failures, row.ClosedUntil), StringComparer.Ordinal);
    }

    private sealed class GuessRow
    {
        public string NameHash { get; set; } = "";

        public long Failures { get; set; }

        public DateTimeOffset ClosedUntil { get; set; }

        public DateTimeOffset TriedAt { get; set; }
    }
}
