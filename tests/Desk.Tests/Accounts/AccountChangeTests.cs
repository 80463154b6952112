using System.Reflection;
using Dapper;
using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Prompts;
using Infoline.Sql.Testing;

namespace Infoline.Desk.Tests.Accounts;

public sealed class AccountChangeTests
{
    private static readonly Actor Admin = new("admin-id", "Test admin", "192.0.2.7");

    public static TheoryData<string, DatabaseKind> Changes()
    {
        TheoryData<string, DatabaseKind> rows = [];
        foreach (var change in typeof(AccountChange).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(AccountChange))))
        {
            foreach (var kind in Enum.GetValues<DatabaseKind>())
            {
                rows.Add(new TheoryDataRow<string, DatabaseKind>(change.Name, kind) { Skip = kind == DatabaseKind.PostgreSql ? PrivatePostgreSql.Absence : null });
            }
        }

        return rows;
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task Every_change_is_in_the_audit_with_who_and_where(string change, DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("boss", Role.Administrator);
        var account = await desk.AccountAsync("anna", Role.Consultant);
        var before = (await desk.AuditedAsync()).Count;

        (await desk.Changes.ApplyAsync(Example(change, account.Id), Admin, Cancel)).ShouldBe(ChangeOutcome.Done);

        var added = (await desk.AuditedAsync()).SkipLast(before).ShouldHaveSingleItem();
        added.Actor.ShouldBe(Admin);
        added.At.ShouldBe(desk.Time.GetUtcNow());
        added.Entry.ObjectKind.ShouldBe("account");
        added.Entry.ObjectId.ShouldNotBeEmpty();
        added.Entry.Detail.Values.ShouldAllBe(value => !value.Contains("hash-of", StringComparison.Ordinal) && !value.Contains("+48", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task A_change_that_is_refused_leaves_no_trace(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var boss = await desk.AccountAsync("boss", Role.Administrator);
        var before = (await desk.AuditedAsync()).Count;

        (await desk.Changes.ApplyAsync(new AccountChange.Create(AccountId.New(), "BOSS", "Another", [Role.Editor]), Admin, Cancel)).ShouldBe(ChangeOutcome.NameTaken);
        (await desk.Changes.ApplyAsync(new AccountChange.Disable(boss.Id), Admin, Cancel)).ShouldBe(ChangeOutcome.LastAdministrator);
        (await desk.Changes.ApplyAsync(new AccountChange.SetRoles(boss.Id, [Role.Editor]), Admin, Cancel)).ShouldBe(ChangeOutcome.LastAdministrator);
        (await desk.Changes.ApplyAsync(new AccountChange.Enable(AccountId.New()), Admin, Cancel)).ShouldBe(ChangeOutcome.NoSuchAccount);

        (await desk.AuditedAsync()).Count.ShouldBe(before);
        (await desk.Store.FindAsync(boss.Id, Cancel))!.ToAccount().Roles.ShouldBe([Role.Administrator]);
    }

    [Theory, OnEachDatabase]
    public async Task The_audit_cannot_be_changed_even_by_the_program(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("anna", Role.Consultant);
        await using var connection = await desk.Database.OpenAsync(Cancel);

        (await Should.ThrowAsync<Exception>(() => connection.ExecuteAsync("UPDATE desk_audit SET actor_name = 'somebody else'"))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<Exception>(() => connection.ExecuteAsync("DELETE FROM desk_audit"))).Message.ShouldContain("append-only");
    }

    [Theory, OnEachDatabase]
    public async Task What_ends_sessions_changes_the_stamp(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("boss", Role.Administrator);
        var account = await desk.AccountAsync("anna", Role.Consultant);
        var stamps = new HashSet<string>(StringComparer.Ordinal) { account.Stamp };

        foreach (var change in new AccountChange[] { new AccountChange.SetPassword(account.Id, "x"), new AccountChange.ResetSecondFactor(account.Id), new AccountChange.SignOutEverywhere(account.Id), new AccountChange.Disable(account.Id) })
        {
            await desk.Changes.ApplyAsync(change, Admin, Cancel);
            stamps.Add((await desk.Store.FindAsync(account.Id, Cancel))!.Stamp).ShouldBeTrue(change.GetType().Name);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Languages_and_telephone_come_back_as_they_were_set(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("anna", Role.Consultant);
        await desk.Changes.ApplyAsync(new AccountChange.SetProfile(account.Id, new ConsultantProfile([new(Language.English, 3)], Device.Browser)), Admin, Cancel);

        await desk.Changes.ApplyAsync(new AccountChange.SetProfile(account.Id, new ConsultantProfile([new(Language.Ukrainian, 5), new(Language.Polish, 2)], new Device(DeviceKind.Number, "+48500100200"))), Admin, Cancel);

        var profile = await desk.Store.ProfileAsync(account.Id, Cancel);
        profile.Languages.ShouldBe([new(Language.Polish, 2), new(Language.Ukrainian, 5)]);
        profile.Device.ShouldBe(new Device(DeviceKind.Number, "+48500100200"));
    }

    private static AccountChange Example(string change, AccountId id) => change switch
    {
        nameof(AccountChange.Create) => new AccountChange.Create(AccountId.New(), "new.one", "New one", [Role.Editor]),
        nameof(AccountChange.Rename) => new AccountChange.Rename(id, "Another name"),
        nameof(AccountChange.SetRoles) => new AccountChange.SetRoles(id, [Role.Supervisor]),
        nameof(AccountChange.Disable) => new AccountChange.Disable(id),
        nameof(AccountChange.Enable) => new AccountChange.Enable(id),
        nameof(AccountChange.Unlock) => new AccountChange.Unlock(id),
        nameof(AccountChange.MakePasswordLink) => new AccountChange.MakePasswordLink(id, "hash-of-token"),
        nameof(AccountChange.SetPassword) => new AccountChange.SetPassword(id, "hash-of-password"),
        nameof(AccountChange.SetSecondFactor) => new AccountChange.SetSecondFactor(id, "hash-of-secret", 1, ["hash-of-code"]),
        nameof(AccountChange.ResetSecondFactor) => new AccountChange.ResetSecondFactor(id),
        nameof(AccountChange.SetProfile) => new AccountChange.SetProfile(id, new ConsultantProfile([new(Language.Polish, 5)], new Device(DeviceKind.Number, "+48500100200"))),
        nameof(AccountChange.SignOutEverywhere) => new AccountChange.SignOutEverywhere(id),
        _ => throw new InvalidOperationException($"Give an example of {change} here."),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
