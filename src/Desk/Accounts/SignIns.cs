using Infoline.Desk.Audit;

namespace Infoline.Desk.Accounts;

/// <summary>What became of a password or a code.</summary>
internal abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>Right, and nothing more is asked.</summary>
    public sealed record Complete(Account Account) : SignInResult;

    /// <summary>The password is right; the code of the authenticator comes next.</summary>
    public sealed record CodeNeeded(Account Account) : SignInResult;

    /// <summary>The password is right; the authenticator must be set up first.</summary>
    public sealed record SetUpNeeded(Account Account) : SignInResult;

    /// <summary>No such name, a wrong password or code, or a closed account: which of them is nobody's business.</summary>
    public sealed record Wrong : SignInResult;

    /// <summary>Too many wrong guesses.</summary>
    public sealed record Closed(DateTimeOffset Until) : SignInResult;
}

/// <summary>Checks who somebody is: the password first, then the code of the authenticator where the role asks for it.</summary>
internal sealed class SignIns(AccountStore accounts, Guesses guesses, Passwords passwords, AuditTrail audit, TimeProvider time)
{
    /// <summary>The name under which wrong codes of an account are counted.</summary>
    public static string CodeGuesses(string accountId) => $"code:{accountId}";

    public async Task<SignInResult> WithPasswordAsync(string name, string password, string origin, CancellationToken cancellationToken)
    {
        var key = AccountStore.NormalizedName(name);
        if (await guesses.AskAsync(key, cancellationToken) is var leave && leave is GuessLeave.Closed(var until))
        {
            return new SignInResult.Closed(until);
        }

        var row = await accounts.FindByNameAsync(key, cancellationToken);
        var right = passwords.Verify(row?.PasswordHash, password, out var isOutdated);
        if (!right || row?.ToAccount() is not { IsOpen: true } account)
        {
            await TellOfPauseAsync((GuessLeave.Granted)leave, row, origin, cancellationToken);
            return new SignInResult.Wrong();
        }

        await guesses.ClearAsync(key, cancellationToken);
        if (isOutdated)
        {
            await accounts.SetPasswordHashAsync(account.Id, passwords.Hash(password), cancellationToken);
        }

        return account switch
        {
            { NeedsSecondFactor: true, HasSecondFactor: false } => new SignInResult.SetUpNeeded(account),
            { HasSecondFactor: true } => new SignInResult.CodeNeeded(account),
            _ => new SignInResult.Complete(account),
        };
    }

    public async Task<SignInResult> WithCodeAsync(AccountId id, string code, string origin, CancellationToken cancellationToken)
    {
        var key = CodeGuesses(id.ToString());
        if (await guesses.AskAsync(key, cancellationToken) is var leave && leave is GuessLeave.Closed(var until))
        {
            return new SignInResult.Closed(until);
        }

        var row = await accounts.FindAsync(id, cancellationToken);
        if (row?.ToAccount() is not { IsOpen: true, HasSecondFactor: true } account || !await SpendAsync(row, code, origin, cancellationToken))
        {
            await TellOfPauseAsync((GuessLeave.Granted)leave, row, origin, cancellationToken);
            return new SignInResult.Wrong();
        }

        await guesses.ClearAsync(key, cancellationToken);
        return new SignInResult.Complete(account);
    }

    private async Task<bool> SpendAsync(AccountRow row, string code, string origin, CancellationToken cancellationToken)
    {
        var id = AccountId.Parse(row.Id);
        if (Totp.Match(row.TotpSecret!, code, time.GetUtcNow(), row.TotpStep) is { } step)
        {
            return await accounts.SpendStepAsync(id, step, cancellationToken);
        }

        if (!await accounts.SpendRecoveryCodeAsync(id, code, cancellationToken))
        {
            return false;
        }

        await audit.WriteAsync(Actor.Of(row.ToAccount(), origin), new AuditEntry(AuditActions.RecoveryCodeUsed, "account", row.Id), cancellationToken);
        return true;
    }

    private async Task TellOfPauseAsync(GuessLeave.Granted leave, AccountRow? row, string origin, CancellationToken cancellationToken)
    {
        if (leave.Pause > TimeSpan.Zero)
        {
            var detail = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["failures"] = leave.Failures.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["minutes"] = leave.Pause.TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
            await audit.WriteAsync(Actor.Nobody(origin), new AuditEntry(AuditActions.SignInClosed, "account", row?.Id ?? "unknown", detail), cancellationToken);
        }
    }
}
