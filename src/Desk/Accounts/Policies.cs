using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.Accounts;

/// <summary>What an account may do. A person may have several roles; none includes another.</summary>
public enum Role
{
    /// <summary>Answers callers.</summary>
    Consultant,

    /// <summary>Watches the line and steps in.</summary>
    Supervisor,

    /// <summary>Changes what callers hear.</summary>
    Editor,

    /// <summary>Makes accounts and gives roles.</summary>
    Administrator,

    /// <summary>Reads the audit.</summary>
    Auditor,
}

/// <summary>The codes of the roles, as the database and the claims carry them.</summary>
public static class Roles
{
    /// <summary>Every role.</summary>
    public static IReadOnlyList<Role> All { get; } = [Role.Consultant, Role.Supervisor, Role.Editor, Role.Administrator, Role.Auditor];

    /// <summary>The lower-case name: <c>consultant</c>, <c>supervisor</c>, <c>editor</c>, <c>administrator</c> or <c>auditor</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a role.</exception>
    public static string Code(this Role role) => role switch
    {
        Role.Consultant => "consultant",
        Role.Supervisor => "supervisor",
        Role.Editor => "editor",
        Role.Administrator => "administrator",
        Role.Auditor => "auditor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role of the desk."),
    };

    /// <summary>Reads a code; null for any other text.</summary>
    public static Role? Parse(string? code)
    {
        foreach (var role in All)
        {
            if (string.Equals(role.Code(), code, StringComparison.Ordinal))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Whether one who has the role must also prove a second factor: all who see or change more than their own calls.</summary>
    public static bool NeedsSecondFactor(this Role role) => role is not Role.Consultant;
}

/// <summary>The policies that pages and endpoints name. Each is one role; <see cref="SignedIn"/> is any, and two are several roles.</summary>
public static class Policies
{
    /// <summary>Any account that is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Has the role <see cref="Role.Consultant"/>.</summary>
    public const string Consultant = "consultant";

    /// <summary>Has the role <see cref="Role.Supervisor"/>.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Has the role <see cref="Role.Editor"/>.</summary>
    public const string Editor = "editor";

    /// <summary>Has the role <see cref="Role.Administrator"/>.</summary>
    public const string Administrator = "administrator";

    /// <summary>Has the role <see cref="Role.Auditor"/>.</summary>
    public const string Auditor = "auditor";

    /// <summary>May change what callers hear: has the role <see cref="Role.Editor"/> or <see cref="Role.Administrator"/>.</summary>
    public const string Content = "content";

    /// <summary>May read what callers hear: has the role <see cref="Role.Consultant"/>, <see cref="Role.Supervisor"/> or <see cref="Role.Editor"/>.</summary>
    public const string Knowledge = "knowledge";

    internal static void AddDeskPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        authorization.AddPolicy(SignedIn, Desk().Build());
        authorization.AddPolicy(Content, Desk().RequireRole(Role.Editor.Code(), Role.Administrator.Code()).Build());
        authorization.AddPolicy(Knowledge, Desk().RequireRole(Role.Consultant.Code(), Role.Supervisor.Code(), Role.Editor.Code()).Build());
        foreach (var role in Roles.All)
        {
            authorization.AddPolicy(role.Code(), Desk().RequireRole(role.Code()).Build());
        }
    }

    private static AuthorizationPolicyBuilder Desk() => new AuthorizationPolicyBuilder(DeskCookies.Session).RequireAuthenticatedUser();
}
