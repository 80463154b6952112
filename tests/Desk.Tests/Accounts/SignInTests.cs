using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Sql.Testing;

namespace Infoline.Desk.Tests.Accounts;

public sealed class SignInTests
{
    private const string Origin = "192.0.2.7";

    [Theory, OnEachDatabase]
    public async Task The_right_password_lets_a_consultant_in(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("anna", Role.Consultant);

        var result = await desk.SignIns.WithPasswordAsync(" Anna ", DeskDatabase.Password, Origin, Cancel);

        result.ShouldBeOfType<SignInResult.Complete>().Account.Id.ShouldBe(account.Id);
    }

    [Theory, OnEachDatabase]
    public async Task Ten_thousand_guesses_close_the_name_and_are_seen(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("anna", Role.Consultant);

        var looks = 0;
        for (var guess = 0; guess < 10_000; guess++)
        {
            var result = await desk.SignIns.WithPasswordAsync("anna", $"guess number {guess}", Origin, Cancel);
            looks += result is SignInResult.Wrong ? 1 : 0;
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        looks.ShouldBeLessThan(15, "so many passwords were compared in 2 h 46 min");
        (await desk.SignIns.WithPasswordAsync("anna", DeskDatabase.Password, Origin, Cancel)).ShouldBeOfType<SignInResult.Closed>();
        var seen = (await desk.AuditedAsync()).Where(record => record.Entry.Action == AuditActions.SignInClosed).ToList();
        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(record => record.Actor.Origin == Origin);
        (await desk.Guesses.ClosedAsync(Cancel)).ShouldContainKey(Secrets.Hash("anna"));
    }

    [Theory, OnEachDatabase]
    public async Task Guesses_at_the_same_moment_get_no_more_looks_than_guesses_in_a_row(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("anna", Role.Consultant);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(guess =>
            Task.Run(() => desk.SignIns.WithPasswordAsync("anna", $"guess number {guess}", Origin, Cancel), Cancel)));

        results.Count(result => result is SignInResult.Wrong).ShouldBeLessThanOrEqualTo(LockOut.FreeGuesses);
    }

    [Theory, OnEachDatabase]
    public async Task A_name_that_nobody_has_closes_alike(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);

        for (var guess = 0; guess < LockOut.FreeGuesses; guess++)
        {
            (await desk.SignIns.WithPasswordAsync("nobody", "a password", Origin, Cancel)).ShouldBeOfType<SignInResult.Wrong>();
        }

        (await desk.SignIns.WithPasswordAsync("nobody", "a password", Origin, Cancel)).ShouldBeOfType<SignInResult.Closed>();
    }

    [Theory, OnEachDatabase]
    public async Task The_pause_ends_and_the_right_password_forgets_the_guesses(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("anna", Role.Consultant);
        for (var guess = 0; guess < LockOut.FreeGuesses; guess++)
        {
            await desk.SignIns.WithPasswordAsync("anna", "a wrong one", Origin, Cancel);
        }

        desk.Time.Advance(LockOut.PauseAfter(LockOut.FreeGuesses));

        (await desk.SignIns.WithPasswordAsync("anna", DeskDatabase.Password, Origin, Cancel)).ShouldBeOfType<SignInResult.Complete>();
        (await desk.SignIns.WithPasswordAsync("anna", "a wrong one", Origin, Cancel)).ShouldBeOfType<SignInResult.Wrong>();
    }

    [Theory, OnEachDatabase]
    public async Task A_closed_account_looks_like_a_wrong_password(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("anna", Role.Consultant);
        await desk.AccountAsync("admin", Role.Administrator);

        (await desk.Changes.ApplyAsync(new AccountChange.Disable(account.Id), Actor.System, Cancel)).ShouldBe(ChangeOutcome.Done);

        (await desk.SignIns.WithPasswordAsync("anna", DeskDatabase.Password, Origin, Cancel)).ShouldBeOfType<SignInResult.Wrong>();
    }

    [Theory]
    [OnEachDatabase(Role.Supervisor)]
    [OnEachDatabase(Role.Editor)]
    [OnEachDatabase(Role.Administrator)]
    [OnEachDatabase(Role.Auditor)]
    public async Task Whoever_sees_more_than_own_calls_needs_a_second_factor(Role role, DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        await desk.AccountAsync("jan", role);

        (await desk.SignIns.WithPasswordAsync("jan", DeskDatabase.Password, Origin, Cancel)).ShouldBeOfType<SignInResult.SetUpNeeded>();
    }

    [Theory, OnEachDatabase]
    public async Task A_code_lets_in_once_and_a_recovery_code_once(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("jan", Role.Supervisor);
        var secret = Totp.NewSecret();
        var recovery = Secrets.NewRecoveryCodes();
        var set = new AccountChange.SetSecondFactor(account.Id, secret, 0, [.. recovery.Select(code => Secrets.Hash(Secrets.Normalized(code)))]);
        await desk.Changes.ApplyAsync(set, Actor.System, Cancel);
        (await desk.SignIns.WithPasswordAsync("jan", DeskDatabase.Password, Origin, Cancel)).ShouldBeOfType<SignInResult.CodeNeeded>();
        var code = Totp.Code(secret, desk.Time.GetUtcNow());

        (await desk.SignIns.WithCodeAsync(account.Id, code, Origin, Cancel)).ShouldBeOfType<SignInResult.Complete>();
        (await desk.SignIns.WithCodeAsync(account.Id, code, Origin, Cancel)).ShouldBeOfType<SignInResult.Wrong>();
        (await desk.SignIns.WithCodeAsync(account.Id, recovery[3].ToUpperInvariant(), Origin, Cancel)).ShouldBeOfType<SignInResult.Complete>();
        (await desk.SignIns.WithCodeAsync(account.Id, recovery[3], Origin, Cancel)).ShouldBeOfType<SignInResult.Wrong>();
        (await desk.AuditedAsync()).Count(record => record.Entry.Action == AuditActions.RecoveryCodeUsed).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Guessing_codes_closes_the_account_too(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("jan", Role.Supervisor);
        await desk.Changes.ApplyAsync(new AccountChange.SetSecondFactor(account.Id, Totp.NewSecret(), 0, []), Actor.System, Cancel);

        for (var guess = 0; guess < LockOut.FreeGuesses; guess++)
        {
            await desk.SignIns.WithCodeAsync(account.Id, "not a code", Origin, Cancel);
        }

        (await desk.SignIns.WithCodeAsync(account.Id, "000000", Origin, Cancel)).ShouldBeOfType<SignInResult.Closed>();
    }

    [Fact]
    public void Pauses_grow_to_an_hour()
    {
        LockOut.PauseAfter(LockOut.FreeGuesses - 1).ShouldBe(TimeSpan.Zero);
        LockOut.PauseAfter(LockOut.FreeGuesses).ShouldBe(TimeSpan.FromMinutes(1));
        LockOut.PauseAfter(LockOut.FreeGuesses + 3).ShouldBe(TimeSpan.FromMinutes(8));
        LockOut.PauseAfter(10_000).ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("short", PasswordFault.TooShort)]
    [InlineData("passwordpassword", PasswordFault.Common)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Common)]
    [InlineData("my name is anna2 yes", PasswordFault.HoldsName)]
    [InlineData("zielona herbata o poranku", PasswordFault.None)]
    public void New_passwords_are_long_and_not_what_everybody_tries(string password, object fault) =>
        Passwords.Examine(password, "anna2").ShouldBe((PasswordFault)fault);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
