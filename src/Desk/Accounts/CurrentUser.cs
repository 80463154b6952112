using System.Security.Claims;
using Infoline.Desk.Audit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;

namespace Infoline.Desk.Accounts;

/// <summary>Who works at this page. One for each circuit or request.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    /// <summary>The network address from which the page was asked for.</summary>
    public string Origin { get; internal set; } = "";

    /// <summary>The account; null for one who is not signed in (any more).</summary>
    public async Task<AccountId?> IdAsync() => (await PrincipalAsync()).AccountId();

    /// <summary>As the audit names this person.</summary>
    public async Task<Actor> ActorAsync() => ActorOf(await PrincipalAsync(), Origin);

    /// <summary>As the audit names the one who made a request.</summary>
    public static Actor ActorOf(HttpContext http) => ActorOf(http.User, http.Origin());

    private static Actor ActorOf(ClaimsPrincipal principal, string origin) => principal.AccountId() is { } id
        ? new Actor(id.ToString(), principal.Identity?.Name ?? "", origin)
        : Actor.Nobody(origin);

    private async Task<ClaimsPrincipal> PrincipalAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
