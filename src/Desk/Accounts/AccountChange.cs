namespace Infoline.Desk.Accounts;

/// <summary>Every change to an account that a person can ask for. The set is closed, and <see cref="AccountChanges"/> audits each.</summary>
internal abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <summary>Makes an account that has no password yet; its owner sets one by a link.</summary>
    public sealed record Create(AccountId Id, string Name, string DisplayName, IReadOnlyList<Role> Roles) : AccountChange;

    /// <summary>Changes the name that colleagues see.</summary>
    public sealed record Rename(AccountId Id, string DisplayName) : AccountChange;

    /// <summary>Gives and takes roles; sessions follow within seconds.</summary>
    public sealed record SetRoles(AccountId Id, IReadOnlyList<Role> Roles) : AccountChange;

    /// <summary>Closes the account and ends its sessions.</summary>
    public sealed record Disable(AccountId Id) : AccountChange;

    /// <summary>Opens a closed account again.</summary>
    public sealed record Enable(AccountId Id) : AccountChange;

    /// <summary>Lifts the pause after wrong guesses.</summary>
    public sealed record Unlock(AccountId Id) : AccountChange;

    /// <summary>Makes a link by which the owner sets a password; older links stop working.</summary>
    public sealed record MakePasswordLink(AccountId Id, string TokenHash) : AccountChange;

    /// <summary>Sets the password, spends all links and ends all sessions.</summary>
    public sealed record SetPassword(AccountId Id, string Hash) : AccountChange;

    /// <summary>Sets a confirmed authenticator with its recovery codes.</summary>
    public sealed record SetSecondFactor(AccountId Id, string Secret, long Step, IReadOnlyList<string> RecoveryCodeHashes) : AccountChange;

    /// <summary>Takes the authenticator away and ends all sessions.</summary>
    public sealed record ResetSecondFactor(AccountId Id) : AccountChange;

    /// <summary>Sets languages with levels, and the telephone.</summary>
    public sealed record SetProfile(AccountId Id, ConsultantProfile Profile) : AccountChange;

    /// <summary>Ends all sessions.</summary>
    public sealed record SignOutEverywhere(AccountId Id) : AccountChange;
}

/// <summary>What became of a change.</summary>
internal enum ChangeOutcome
{
    /// <summary>Made, with its entry in the audit.</summary>
    Done,

    /// <summary>There is no such account.</summary>
    NoSuchAccount,

    /// <summary>Another account has the name.</summary>
    NameTaken,

    /// <summary>Nobody could manage the accounts afterwards.</summary>
    LastAdministrator,

    /// <summary>The identity provider decides this for the account.</summary>
    External,
}
