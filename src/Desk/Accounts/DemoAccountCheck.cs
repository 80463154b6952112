using Dapper;
using Infoline.Sql;

namespace Infoline.Desk.Accounts;

/// <summary>Looks for demo accounts, whose password everybody can read, so that a host in production can refuse to start with them.</summary>
public sealed class DemoAccountCheck(Database database)
{
    /// <summary>The names of the demo accounts that could sign in; empty when the database is down, because then nobody can.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return [.. await connection.QueryAsync<string>(new CommandDefinition(
                "SELECT name FROM desk_accounts WHERE is_demo AND disabled_at IS NULL ORDER BY name", cancellationToken: cancellationToken))];
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return [];
        }
    }
}
