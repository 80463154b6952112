using System.Collections.Concurrent;
using Dapper;
using Infoline.Desk.Accounts;
using Infoline.Sql;

namespace Infoline.Desk.Work;

/// <summary>
/// In which window each consultant works: the newest one. The database tells other nodes; while it is down a node knows its own
/// windows, which is enough for all but a change of node.
/// </summary>
internal sealed class Seats(Database database, TimeProvider time)
{
    private readonly ConcurrentDictionary<AccountId, string> _here = new();
    private readonly Lock _gate = new();

    private Action<AccountId>? _taken;

    /// <summary>Moves the work of a consultant to a new window; the old one is told.</summary>
    public async Task<string> TakeAsync(AccountId account, CancellationToken cancellationToken)
    {
        var seat = Secrets.NewToken();
        _here[account] = seat;
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO desk_seats (account_id, seat, taken_at) VALUES (@id, @seat, @now)
                ON CONFLICT (account_id) DO UPDATE SET seat = excluded.seat, taken_at = excluded.taken_at
                """,
                new { id = account.ToString(), seat, now = time.GetUtcNow() },
                cancellationToken: cancellationToken));
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            // This node remembers; consultants go on without the database.
        }

        Action<AccountId>? taken;
        lock (_gate)
        {
            taken = _taken;
        }

        taken?.Invoke(account);
        return seat;
    }

    /// <summary>Whether a window is the one in which the consultant works.</summary>
    public async Task<bool> IsCurrentAsync(AccountId account, string seat, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var current = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
                "SELECT seat FROM desk_seats WHERE account_id = @id", new { id = account.ToString() }, cancellationToken: cancellationToken));
            return string.Equals(current, seat, StringComparison.Ordinal);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return !_here.TryGetValue(account, out var here) || string.Equals(here, seat, StringComparison.Ordinal);
        }
    }

    /// <summary>Calls back when a consultant's work moves to another window of this node, until disposed.</summary>
    public IDisposable Follow(AccountId account, Action moved)
    {
        void OnTaken(AccountId who)
        {
            if (who == account)
            {
                moved();
            }
        }

        lock (_gate)
        {
            _taken += OnTaken;
        }

        return new Following(() =>
        {
            lock (_gate)
            {
                _taken -= OnTaken;
            }
        });
    }

    private sealed class Following(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
