using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Accounts;

/// <summary>Ends a page that stays open when its session has ended, and lets roles that were taken away count there too.</summary>
internal sealed class CircuitSession(ILoggerFactory logs, SessionCheck sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A change of roles ends the page's session; the reload that follows brings the new ones from the cookie's check.
        var current = await sessions.RefreshAsync(authenticationState.User, cancellationToken);
        return current is not null && ReferenceEquals(current, authenticationState.User);
    }
}
