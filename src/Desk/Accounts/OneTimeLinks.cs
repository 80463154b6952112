using Dapper;
using Infoline.Sql;

namespace Infoline.Desk.Accounts;

/// <summary>Links that work once: to make the first administrator, and to set a password. Only hashes are kept.</summary>
internal sealed class OneTimeLinks(Database database, TimeProvider time)
{
    public const string FirstAdministrator = "first-administrator";
    public const string SetPassword = "set-password";

    private static readonly TimeSpan FirstAdministratorLife = TimeSpan.FromHours(24);

    /// <summary>Makes a link for whoever reads the log of the host; those of earlier starts stop working.</summary>
    public async Task<string> NewFirstAdministratorAsync(CancellationToken cancellationToken)
    {
        var token = Secrets.NewToken();
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM desk_links WHERE purpose = @purpose;
            INSERT INTO desk_links (token_hash, purpose, account_id, expires_at) VALUES (@hash, @purpose, NULL, @until)
            """,
            new { purpose = FirstAdministrator, hash = Secrets.Hash(token), until = time.GetUtcNow() + FirstAdministratorLife },
            cancellationToken: cancellationToken));
        return token;
    }

    /// <summary>Whose link it is, without spending it; null when it does not work (any more).</summary>
    public async Task<LinkOwner?> FindAsync(string purpose, string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= 100 })
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<LinkRow>(new CommandDefinition(
            "SELECT purpose AS Purpose, account_id AS AccountId FROM desk_links WHERE token_hash = @hash AND purpose = @purpose AND expires_at > @now",
            new { hash = Secrets.Hash(token), purpose, now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        return row is null ? null : new LinkOwner(row.AccountId is null ? null : AccountId.Parse(row.AccountId));
    }

    /// <summary>Spends a link; false for the second of two who try at once.</summary>
    public async Task<bool> SpendAsync(string purpose, string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM desk_links WHERE token_hash = @hash AND purpose = @purpose AND expires_at > @now",
            new { hash = Secrets.Hash(token), purpose, now = time.GetUtcNow() },
            cancellationToken: cancellationToken)) == 1;
    }

    private sealed class LinkRow
    {
        public string Purpose { get; set; } = "";

        public string? AccountId { get; set; }
    }
}

/// <summary>Whom a link belongs to.</summary>
/// <param name="Account">The account; null for the link of the first administrator.</param>
internal sealed record LinkOwner(AccountId? Account);
