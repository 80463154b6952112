using Infoline.Desk.Accounts;

namespace Infoline.Desk.Audit;

/// <summary>Who did something.</summary>
/// <param name="Id">The account, or <c>system</c>, or <c>nobody</c> for one who is not signed in.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Origin">The network address it came from; empty for the program itself.</param>
public sealed record Actor(string Id, string Name, string Origin)
{
    /// <summary>The program itself, at start or by a rule.</summary>
    public static Actor System { get; } = new("system", "Infoline", "");

    /// <summary>Somebody who is not signed in.</summary>
    public static Actor Nobody(string origin) => new("nobody", "", origin);

    internal static Actor Of(Account account, string origin) => new(account.Id.ToString(), account.DisplayName, origin);
}

/// <summary>One thing that was done or looked at.</summary>
/// <param name="Action">What, as one of <see cref="AuditActions"/>.</param>
/// <param name="ObjectKind">The kind of thing it was done to, such as <c>account</c>.</param>
/// <param name="ObjectId">Which one; never personal data of a caller.</param>
/// <param name="Detail">What changed, by field; never a secret and never personal data of a caller.</param>
public sealed record AuditEntry(string Action, string ObjectKind, string ObjectId, IReadOnlyDictionary<string, string> Detail)
{
    /// <summary>An entry without details.</summary>
    public AuditEntry(string action, string objectKind, string objectId)
        : this(action, objectKind, objectId, new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }
}

/// <summary>An entry as it was kept.</summary>
/// <param name="Id">Its number; later ones are larger.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Entry">What was done.</param>
public sealed record AuditRecord(long Id, DateTimeOffset At, Actor Actor, AuditEntry Entry);
