using Dapper;
using Infoline.Prompts;
using Infoline.Sql;
using Microsoft.Extensions.Hosting;

namespace Infoline.Desk.Accounts;

/// <summary>An account to look around with on a developer's machine.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="DisplayName">Begins with "Demo", so that nobody takes it for a person.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Languages">The languages of a consultant.</param>
internal sealed record DemoAccount(string Name, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<SpokenLanguage> Languages);

/// <summary>Makes the demo accounts in development, where the sign-in page shows them. Elsewhere none is made, and the host refuses to start with one.</summary>
internal sealed class DemoAccounts(Database database, Passwords passwords, TimeProvider time) : IHostedService
{
    /// <summary>The one password of all of them; it is printed on the sign-in page.</summary>
    public const string Password = "demo-only-password";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("demo1", "Demo 1 (pl, en)", [Role.Consultant], [new(Language.Polish, 5), new(Language.English, 4)]),
        new("demo2", "Demo 2 (pl, uk)", [Role.Consultant], [new(Language.Polish, 5), new(Language.Ukrainian, 4)]),
        new("demo3", "Demo 3 (pl, en, uk)", [Role.Consultant], [new(Language.Polish, 4), new(Language.English, 3), new(Language.Ukrainian, 5)]),
        new("demo4", "Demo 4 (pl)", [Role.Consultant], [new(Language.Polish, 5)]),
        new("demo5", "Demo 5 (en, uk)", [Role.Consultant], [new(Language.English, 5), new(Language.Ukrainian, 3)]),
        new("demo-supervisor", "Demo supervisor", [Role.Supervisor], []),
        new("demo-editor", "Demo editor", [Role.Editor], []),
        new("demo-administrator", "Demo administrator", [Role.Administrator], []),
        new("demo-auditor", "Demo auditor", [Role.Auditor], []),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            foreach (var demo in All)
            {
                var id = demo.Name;
                var made = await connection.ExecuteAsync(new CommandDefinition(
                    """
                    INSERT INTO desk_accounts (id, name, display_name, password_hash, roles, stamp, is_demo, created_at)
                    VALUES (@id, @name, @displayName, @hash, @roles, @stamp, TRUE, @now)
                    ON CONFLICT (name) DO NOTHING
                    """,
                    new { id, name = demo.Name, displayName = demo.DisplayName, hash = passwords.Hash(Password), roles = AccountRow.RoleList(demo.Roles), stamp = Secrets.NewStamp(), now = time.GetUtcNow() },
                    cancellationToken: cancellationToken));
                if (made == 1 && demo.Languages.Count > 0)
                {
                    await connection.ExecuteAsync(new CommandDefinition(
                        "INSERT INTO desk_devices (account_id, kind, address) VALUES (@id, 'Browser', '')", new { id }, cancellationToken: cancellationToken));
                    await connection.ExecuteAsync(new CommandDefinition(
                        "INSERT INTO desk_languages (account_id, language, level) VALUES (@id, @language, @level)",
                        demo.Languages.Select(spoken => new { id, language = spoken.Language.Code(), level = spoken.Level }),
                        cancellationToken: cancellationToken));
                }
            }
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            // The line runs without its database; so does a developer's machine.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
