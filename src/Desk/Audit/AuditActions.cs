namespace Infoline.Desk.Audit;

/// <summary>The actions of the audit. The names are kept for ever: add, never rename.</summary>
public static class AuditActions
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "sign-in.succeeded";

    /// <summary>Too many wrong passwords or codes closed a name for a while.</summary>
    public const string SignInClosed = "sign-in.closed";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "sign-out";

    /// <summary>All sessions of an account were ended.</summary>
    public const string SignedOutEverywhere = "sign-out.everywhere";

    /// <summary>An account was made.</summary>
    public const string AccountCreated = "account.created";

    /// <summary>The name that colleagues see was changed.</summary>
    public const string AccountRenamed = "account.renamed";

    /// <summary>Roles were given or taken.</summary>
    public const string RolesSet = "account.roles";

    /// <summary>An account was closed.</summary>
    public const string AccountDisabled = "account.disabled";

    /// <summary>A closed account was opened again.</summary>
    public const string AccountEnabled = "account.enabled";

    /// <summary>A pause after wrong guesses was lifted.</summary>
    public const string AccountUnlocked = "account.unlocked";

    /// <summary>A link to set a password was made.</summary>
    public const string PasswordLinkMade = "password.link";

    /// <summary>A password was set or changed.</summary>
    public const string PasswordSet = "password.set";

    /// <summary>A second factor was confirmed.</summary>
    public const string SecondFactorSet = "second-factor.set";

    /// <summary>A second factor was taken away, so that a new one is asked for at the next sign-in.</summary>
    public const string SecondFactorReset = "second-factor.reset";

    /// <summary>A recovery code was used instead of the authenticator.</summary>
    public const string RecoveryCodeUsed = "second-factor.recovery";

    /// <summary>Languages, levels or the telephone of a consultant were changed.</summary>
    public const string ConsultantSet = "consultant.profile";

    /// <summary>The audit was read.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>The audit was exported.</summary>
    public const string AuditExported = "audit.exported";

    /// <summary>A consultant saw a caller's number, case or earlier calls.</summary>
    public const string CallerSeen = "caller.seen";

    /// <summary>A consultant asked for something in a conversation.</summary>
    public const string ConversationAct = "conversation.act";

    /// <summary>A supervisor said what a consultant is.</summary>
    public const string StateForced = "supervision.state";

    /// <summary>A supervisor ended a consultant's work after a call.</summary>
    public const string WrapUpFinished = "supervision.wrap-up";

    /// <summary>A supervisor took a ringing call from a consultant.</summary>
    public const string OfferTakenBack = "supervision.take-back";

    /// <summary>A supervisor took up a consultant's request for help.</summary>
    public const string HelpTaken = "supervision.help";

    /// <summary>A supervisor moved a waiting caller to the front.</summary>
    public const string CallMovedUp = "supervision.move-up";

    /// <summary>A supervisor gave a waiting call to a consultant.</summary>
    public const string CallAssigned = "supervision.assign";

    /// <summary>A supervisor put away a sign that look-ups of cases are abused.</summary>
    public const string LookupAlarmSeen = "supervision.alarm";

    /// <summary>Somebody looked at the time line of a single call.</summary>
    public const string CallOpened = "history.call";

    /// <summary>A recording of a conversation was deleted, because its time was over.</summary>
    public const string RecordingDeleted = "recording.deleted";

    /// <summary>Calls or figures of the history were exported.</summary>
    public const string HistoryExported = "history.exported";

    /// <summary>An editor changed opening hours, closures or announcements.</summary>
    public const string HoursPublished = "hours.published";

    /// <summary>An editor went back to an earlier version of them.</summary>
    public const string HoursRestored = "hours.restored";

    /// <summary>An editor wrote a draft of a text, or gave it a recording.</summary>
    public const string WordingDrafted = "wording.drafted";

    /// <summary>An editor threw a draft away.</summary>
    public const string WordingDropped = "wording.dropped";

    /// <summary>An editor changed what callers hear.</summary>
    public const string WordingPublished = "wording.published";

    /// <summary>An editor went back to earlier texts.</summary>
    public const string WordingRestored = "wording.restored";

    /// <summary>Every action, in the order in which the filter offers them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, SignInClosed, SignedOut, SignedOutEverywhere,
        AccountCreated, AccountRenamed, RolesSet, AccountDisabled, AccountEnabled, AccountUnlocked,
        PasswordLinkMade, PasswordSet, SecondFactorSet, SecondFactorReset, RecoveryCodeUsed,
        ConsultantSet, CallerSeen, ConversationAct,
        StateForced, WrapUpFinished, OfferTakenBack, CallMovedUp, CallAssigned, HelpTaken, LookupAlarmSeen, CallOpened, RecordingDeleted, HistoryExported,
        HoursPublished, HoursRestored, WordingDrafted, WordingDropped, WordingPublished, WordingRestored,
        AuditRead, AuditExported,
    ];
}
