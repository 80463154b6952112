using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Infoline.Sql.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Desk.Tests.Accounts;

/// <summary>The accounts and the audit on a database of one test, with a clock of the test and quick hashes.</summary>
internal sealed class DeskDatabase : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    private readonly TestDatabase _test;

    private DeskDatabase(TestDatabase test)
    {
        _test = test;
        Audit = new AuditTrail(Database, Time);
        Store = new AccountStore(Database, Time);
        Changes = new AccountChanges(Database, Audit, Time);
        Guesses = new Guesses(Database, Time);
        SignIns = new SignIns(Store, Guesses, Passwords, Audit, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));

    public Database Database => _test.Database;

    public AuditTrail Audit { get; }

    public AccountStore Store { get; }

    public AccountChanges Changes { get; }

    public Guesses Guesses { get; }

    public Passwords Passwords { get; } = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

    public SignIns SignIns { get; }

    public static async Task<DeskDatabase> CreateAsync(DatabaseKind kind) =>
        new(await TestDatabase.CreateAsync(kind, new SchemaScripts("desk", typeof(DeskPages).Assembly)));

    /// <summary>An account with a password and, where its roles ask for it, an authenticator.</summary>
    public async Task<Account> AccountAsync(string name, params Role[] roles)
    {
        var id = AccountId.New();
        (await Changes.ApplyAsync(new AccountChange.Create(id, name, $"Test {name}", roles), Actor.System, Cancel)).ShouldBe(ChangeOutcome.Done);
        (await Changes.ApplyAsync(new AccountChange.SetPassword(id, Passwords.Hash(Password)), Actor.System, Cancel)).ShouldBe(ChangeOutcome.Done);
        return (await Store.FindAsync(id, Cancel))!.ToAccount();
    }

    /// <summary>The same database as another node opens it.</summary>
    public Database AnotherNode() => _test.AnotherNode();

    public async Task<IReadOnlyList<AuditRecord>> AuditedAsync() => await Audit.ReadAsync(AuditFilter.Everything, Cancel);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
