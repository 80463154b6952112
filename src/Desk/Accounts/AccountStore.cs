using Dapper;
using Infoline.Prompts;
using Infoline.Sql;

namespace Infoline.Desk.Accounts;

/// <summary>Reads accounts, and writes what signing in leaves behind. Changes by people go through <see cref="AccountChanges"/>.</summary>
internal sealed class AccountStore(Database database, TimeProvider time)
{
    /// <summary>The name as it is stored and compared.</summary>
    public static string NormalizedName(string? name) => (name ?? "").Trim().ToLowerInvariant();

    public async Task<AccountRow?> FindAsync(AccountId id, CancellationToken cancellationToken) =>
        await OneAsync("id = @value", id.ToString(), cancellationToken);

    public async Task<AccountRow?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        await OneAsync("name = @value", NormalizedName(name), cancellationToken);

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<AccountRow>(new CommandDefinition(
            $"SELECT {AccountRow.Columns} FROM desk_accounts ORDER BY display_name, id", cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>Whether somebody can still manage the accounts.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Any(account => account.IsOpen && !account.IsDemo && account.Roles.Contains(Role.Administrator));

    public async Task<ConsultantProfile> ProfileAsync(AccountId id, CancellationToken cancellationToken) =>
        (await ProfilesAsync(cancellationToken)).GetValueOrDefault(id) ?? new ConsultantProfile([], Device.Browser);

    public async Task<IReadOnlyDictionary<AccountId, ConsultantProfile>> ProfilesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var devices = await connection.QueryAsync<(string Id, string Kind, string Address)>(new CommandDefinition(
            "SELECT account_id, kind, address FROM desk_devices", cancellationToken: cancellationToken));
        var languages = await connection.QueryAsync<(string Id, string Language, long Level)>(new CommandDefinition(
            "SELECT account_id, language, level FROM desk_languages", cancellationToken: cancellationToken));
        var spoken = languages.ToLookup(row => row.Id, Spoken, StringComparer.Ordinal);
        return devices.ToDictionary(row => AccountId.Parse(row.Id), row => new ConsultantProfile(
            [.. spoken[row.Id].OfType<SpokenLanguage>().OrderBy(language => language.Language)],
            new Device(Enum.TryParse<DeviceKind>(row.Kind, out var kind) ? kind : DeviceKind.Browser, row.Address)));
    }

    public async Task SetPasswordHashAsync(AccountId id, string hash, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE desk_accounts SET password_hash = @hash WHERE id = @id", new { id = id.ToString(), hash }, cancellationToken);

    public async Task SignedInAsync(AccountId id, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE desk_accounts SET signed_in_at = @now WHERE id = @id", new { id = id.ToString(), now = time.GetUtcNow() }, cancellationToken);

    /// <summary>Spends a code's step; false when it or a later one was spent in the meantime.</summary>
    public async Task<bool> SpendStepAsync(AccountId id, long step, CancellationToken cancellationToken) =>
        await ExecuteAsync("UPDATE desk_accounts SET totp_step = @step WHERE id = @id AND totp_step < @step", new { id = id.ToString(), step }, cancellationToken) == 1;

    /// <summary>Spends a recovery code; false when there is no such code.</summary>
    public async Task<bool> SpendRecoveryCodeAsync(AccountId id, string code, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            "DELETE FROM desk_recovery_codes WHERE account_id = @id AND code_hash = @hash",
            new { id = id.ToString(), hash = Secrets.Hash(Secrets.Normalized(code)) },
            cancellationToken) == 1;

    public async Task<int> RecoveryCodesLeftAsync(AccountId id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT COUNT(*) FROM desk_recovery_codes WHERE account_id = @id", new { id = id.ToString() }, cancellationToken: cancellationToken));
    }

    private static SpokenLanguage? Spoken((string Id, string Language, long Level) row) =>
        LanguageCodes.TryParse(row.Language, out var language) ? new SpokenLanguage(language, (int)row.Level) : null;

    private async Task<AccountRow?> OneAsync(string condition, string value, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<AccountRow>(new CommandDefinition(
            $"SELECT {AccountRow.Columns} FROM desk_accounts WHERE {condition}", new { value }, cancellationToken: cancellationToken));
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }
}
