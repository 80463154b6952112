using System.Data.Common;
using System.Globalization;
using Dapper;
using Infoline.Desk.Audit;
using Infoline.Prompts;
using Infoline.Sql;

namespace Infoline.Desk.Accounts;

/// <summary>
/// Makes every change to accounts: one lock, one transaction, and the entry of the audit in it. There is no other way to change
/// an account, so there is none that leaves no trace.
/// </summary>
internal sealed class AccountChanges(Database database, AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    public async Task<ChangeOutcome> ApplyAsync(AccountChange change, Actor actor, CancellationToken cancellationToken)
    {
        await using var alone = await database.LockAsync("desk-accounts", cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var work = new Work(connection, transaction, time.GetUtcNow(), cancellationToken);
        var (outcome, entry) = await RunAsync(change, work);
        if (outcome is ChangeOutcome.Done)
        {
            await audit.WriteAsync(connection, transaction, actor, entry, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    private static async Task<(ChangeOutcome Outcome, AuditEntry Entry)> RunAsync(AccountChange change, Work work) => change switch
    {
        AccountChange.Create create => await CreateAsync(create, work),
        AccountChange.Rename(var id, var name) => await OnAccountAsync(work, id, AuditActions.AccountRenamed, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET display_name = @name WHERE id = @id", new { id = row.Id, name });
            return Detail(("from", row.DisplayName), ("to", name));
        }),
        AccountChange.SetRoles(var id, var roles) => await SetRolesAsync(id, roles, work),
        AccountChange.Disable(var id) => await DisableAsync(id, work),
        AccountChange.Enable(var id) => await OnAccountAsync(work, id, AuditActions.AccountEnabled, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET disabled_at = NULL WHERE id = @id", new { id = row.Id });
            return Detail();
        }),
        AccountChange.Unlock(var id) => await OnAccountAsync(work, id, AuditActions.AccountUnlocked, async row =>
        {
            await work.ExecuteAsync("DELETE FROM desk_guesses WHERE name_hash = @key", new { key = Secrets.Hash(row.Name) });
            await work.ExecuteAsync("DELETE FROM desk_guesses WHERE name_hash = @key", new { key = Secrets.Hash(SignIns.CodeGuesses(row.Id)) });
            return Detail();
        }),
        AccountChange.MakePasswordLink(var id, var hash) => await MakeLinkAsync(id, hash, work),
        AccountChange.SetPassword(var id, var hash) => await OnAccountAsync(work, id, AuditActions.PasswordSet, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET password_hash = @hash, stamp = @stamp WHERE id = @id", new { id = row.Id, hash, stamp = Secrets.NewStamp() });
            await work.ExecuteAsync("DELETE FROM desk_links WHERE account_id = @id", new { id = row.Id });
            return Detail();
        }),
        AccountChange.SetSecondFactor set => await SetSecondFactorAsync(set, work),
        AccountChange.ResetSecondFactor(var id) => await OnAccountAsync(work, id, AuditActions.SecondFactorReset, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET totp_secret = NULL, totp_step = 0, stamp = @stamp WHERE id = @id", new { id = row.Id, stamp = Secrets.NewStamp() });
            await work.ExecuteAsync("DELETE FROM desk_recovery_codes WHERE account_id = @id", new { id = row.Id });
            return Detail();
        }),
        AccountChange.SetProfile(var id, var profile) => await SetProfileAsync(id, profile, work),
        AccountChange.SignOutEverywhere(var id) => await OnAccountAsync(work, id, AuditActions.SignedOutEverywhere, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET stamp = @stamp WHERE id = @id", new { id = row.Id, stamp = Secrets.NewStamp() });
            return Detail();
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<(ChangeOutcome, AuditEntry)> CreateAsync(AccountChange.Create create, Work work)
    {
        var id = create.Id.ToString();
        var entry = new AuditEntry(AuditActions.AccountCreated, AccountKind, id, Detail(("name", create.Name), ("displayName", create.DisplayName), ("roles", AccountRow.RoleList(create.Roles))));
        var inserted = await work.ExecuteAsync(
            """
            INSERT INTO desk_accounts (id, name, display_name, roles, stamp, is_demo, created_at)
            VALUES (@id, @name, @displayName, @roles, @stamp, FALSE, @now)
            ON CONFLICT (name) DO NOTHING
            """,
            new { id, name = AccountStore.NormalizedName(create.Name), displayName = create.DisplayName, roles = AccountRow.RoleList(create.Roles), stamp = Secrets.NewStamp(), now = work.Now });
        return (inserted == 1 ? ChangeOutcome.Done : ChangeOutcome.NameTaken, entry);
    }

    private static async Task<(ChangeOutcome, AuditEntry)> SetRolesAsync(AccountId id, IReadOnlyList<Role> roles, Work work)
    {
        if (!roles.Contains(Role.Administrator) && !await OthersAdministerAsync(id, work))
        {
            return (ChangeOutcome.LastAdministrator, None);
        }

        return await OnAccountAsync(work, id, AuditActions.RolesSet, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET roles = @roles WHERE id = @id", new { id = row.Id, roles = AccountRow.RoleList(roles) });
            return Detail(("from", row.Roles), ("to", AccountRow.RoleList(roles)));
        });
    }

    private static async Task<(ChangeOutcome, AuditEntry)> DisableAsync(AccountId id, Work work) =>
        await OthersAdministerAsync(id, work)
            ? await OnAccountAsync(work, id, AuditActions.AccountDisabled, async row =>
            {
                await work.ExecuteAsync("UPDATE desk_accounts SET disabled_at = @now, stamp = @stamp WHERE id = @id", new { id = row.Id, now = work.Now, stamp = Secrets.NewStamp() });
                return Detail();
            })
            : (ChangeOutcome.LastAdministrator, None);

    private static async Task<(ChangeOutcome, AuditEntry)> MakeLinkAsync(AccountId id, string tokenHash, Work work)
    {
        if (await work.FindAsync(id) is { Issuer: not null })
        {
            return (ChangeOutcome.External, None);
        }

        return await OnAccountAsync(work, id, AuditActions.PasswordLinkMade, async row =>
        {
            await work.ExecuteAsync("DELETE FROM desk_links WHERE account_id = @id OR expires_at < @now", new { id = row.Id, now = work.Now });
            await work.ExecuteAsync(
                "INSERT INTO desk_links (token_hash, purpose, account_id, expires_at) VALUES (@tokenHash, @purpose, @id, @until)",
                new { tokenHash, purpose = OneTimeLinks.SetPassword, id = row.Id, until = work.Now + LinkLife });
            return Detail();
        });
    }

    private static Task<(ChangeOutcome, AuditEntry)> SetSecondFactorAsync(AccountChange.SetSecondFactor set, Work work) =>
        OnAccountAsync(work, set.Id, AuditActions.SecondFactorSet, async row =>
        {
            await work.ExecuteAsync("UPDATE desk_accounts SET totp_secret = @secret, totp_step = @step WHERE id = @id", new { id = row.Id, secret = set.Secret, step = set.Step });
            await work.ExecuteAsync("DELETE FROM desk_recovery_codes WHERE account_id = @id", new { id = row.Id });
            foreach (var hash in set.RecoveryCodeHashes)
            {
                await work.ExecuteAsync("INSERT INTO desk_recovery_codes (account_id, code_hash) VALUES (@id, @hash)", new { id = row.Id, hash });
            }

            return Detail();
        });

    private static Task<(ChangeOutcome, AuditEntry)> SetProfileAsync(AccountId id, ConsultantProfile profile, Work work) =>
        OnAccountAsync(work, id, AuditActions.ConsultantSet, async row =>
        {
            await work.ExecuteAsync(
                """
                INSERT INTO desk_devices (account_id, kind, address) VALUES (@id, @kind, @address)
                ON CONFLICT (account_id) DO UPDATE SET kind = excluded.kind, address = excluded.address
                """,
                new { id = row.Id, kind = profile.Device.Kind.ToString(), address = profile.Device.Address });
            await work.ExecuteAsync("DELETE FROM desk_languages WHERE account_id = @id", new { id = row.Id });
            foreach (var spoken in profile.Languages)
            {
                await work.ExecuteAsync(
                    "INSERT INTO desk_languages (account_id, language, level) VALUES (@id, @language, @level)",
                    new { id = row.Id, language = spoken.Language.Code(), level = spoken.Level });
            }

            var languages = string.Join(' ', profile.Languages.Select(spoken => string.Create(CultureInfo.InvariantCulture, $"{spoken.Language.Code()}:{spoken.Level}")));
            return Detail(("languages", languages), ("device", profile.Device.Kind.ToString()));
        });

    private static async Task<(ChangeOutcome, AuditEntry)> OnAccountAsync(Work work, AccountId id, string action, Func<AccountRow, Task<Dictionary<string, string>>> change)
    {
        var row = await work.FindAsync(id);
        return row is null
            ? (ChangeOutcome.NoSuchAccount, None)
            : (ChangeOutcome.Done, new AuditEntry(action, AccountKind, row.Id, await change(row)));
    }

    private static async Task<bool> OthersAdministerAsync(AccountId id, Work work)
    {
        var rows = await work.Connection.QueryAsync<AccountRow>(work.Command($"SELECT {AccountRow.Columns} FROM desk_accounts", new { }));
        var accounts = rows.Select(row => row.ToAccount()).Where(account => account.IsOpen && account.Roles.Contains(Role.Administrator)).ToList();
        return accounts.Exists(account => account.Id != id) || !accounts.Exists(account => account.Id == id);
    }

    private const string AccountKind = "account";

    private static AuditEntry None { get; } = new("", AccountKind, "");

    private static Dictionary<string, string> Detail(params ReadOnlySpan<(string Field, string Value)> fields)
    {
        Dictionary<string, string> detail = new(StringComparer.Ordinal);
        foreach (var (field, value) in fields)
        {
            detail[field] = value;
        }

        return detail;
    }

    /// <summary>The open transaction of one change.</summary>
    private sealed record Work(DbConnection Connection, DbTransaction Transaction, DateTimeOffset Now, CancellationToken Cancellation)
    {
        public CommandDefinition Command(string sql, object parameters) => new(sql, parameters, Transaction, cancellationToken: Cancellation);

        public Task<int> ExecuteAsync(string sql, object parameters) => Connection.ExecuteAsync(Command(sql, parameters));

        public Task<AccountRow?> FindAsync(AccountId id) => Connection.QuerySingleOrDefaultAsync<AccountRow>(
            Command($"SELECT {AccountRow.Columns} FROM desk_accounts WHERE id = @id", new { id = id.ToString() }));
    }
}
