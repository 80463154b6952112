using Infoline.Prompts;

namespace Infoline.Desk.Accounts;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">The lasting name.</param>
/// <param name="Name">The name to sign in with, lower-case.</param>
/// <param name="DisplayName">The name that colleagues see.</param>
/// <param name="Roles">What the account may do; never empty for one that can sign in.</param>
/// <param name="Stamp">Changes whenever all sessions of the account must end.</param>
/// <param name="HasPassword">False until the owner has followed the first link, and for accounts of an identity provider.</param>
/// <param name="HasSecondFactor">Whether an authenticator has been confirmed.</param>
/// <param name="DisabledAt">Since when the account is closed; null while it is open.</param>
/// <param name="IsExternal">Signs in by the identity provider only.</param>
/// <param name="IsDemo">Made for a look around; never outside of development.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SignedInAt">When its owner signed in last; null for never.</param>
public sealed record Account(
    AccountId Id,
    string Name,
    string DisplayName,
    IReadOnlyList<Role> Roles,
    string Stamp,
    bool HasPassword,
    bool HasSecondFactor,
    DateTimeOffset? DisabledAt,
    bool IsExternal,
    bool IsDemo,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SignedInAt)
{
    /// <summary>Whether the account may be used at all.</summary>
    public bool IsOpen => DisabledAt is null && Roles.Count > 0;

    /// <summary>Whether a password alone does not let in. The identity provider asks for its own; demo accounts exist on a developer's machine only.</summary>
    public bool NeedsSecondFactor => !IsDemo && !IsExternal && Roles.Any(role => role.NeedsSecondFactor());
}

/// <summary>How good a consultant is in a language of the line.</summary>
/// <param name="Language">The language.</param>
/// <param name="Level">1 (a few sentences) to 5 (as a native speaker); from 4 on a caller gets this consultant without waiting for a better one.</param>
public sealed record SpokenLanguage(Language Language, int Level);

/// <summary>The kinds of telephone at which a consultant can be rung.</summary>
public enum DeviceKind
{
    /// <summary>The softphone in the browser.</summary>
    Browser,

    /// <summary>A telephone with a number.</summary>
    Number,

    /// <summary>A SIP telephone.</summary>
    Sip,
}

/// <summary>Where a consultant is rung.</summary>
/// <param name="Kind">The kind of telephone.</param>
/// <param name="Address">The number in E.164 or the SIP address; empty for the browser.</param>
public sealed record Device(DeviceKind Kind, string Address)
{
    /// <summary>The softphone in the browser.</summary>
    public static Device Browser { get; } = new(DeviceKind.Browser, "");
}

/// <summary>What the queue must know of a consultant.</summary>
/// <param name="Languages">The languages with their levels; empty: gets no calls.</param>
/// <param name="Device">Where to ring.</param>
public sealed record ConsultantProfile(IReadOnlyList<SpokenLanguage> Languages, Device Device);
