using System.Collections.Concurrent;
using System.Security.Claims;
using Infoline.Sql;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Accounts;

/// <summary>
/// Whether a session still holds: the account is open and nobody ended its sessions. Roles follow the account. Answers are kept
/// for some seconds; while the database is down, sessions that held go on, because consultants go on.
/// </summary>
internal sealed partial class SessionCheck(AccountStore accounts, TimeProvider time, ILogger<SessionCheck> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<AccountId, (Account? Account, DateTimeOffset At)> _seen = new();

    /// <summary>The principal as it is now; null when the session has ended.</summary>
    public async Task<ClaimsPrincipal?> RefreshAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.AccountId() is not { } id)
        {
            return null;
        }

        try
        {
            return await CurrentAsync(id, cancellationToken) is { IsOpen: true } account && DeskCookies.IsCurrent(principal, account)
                ? WithRoles(principal, account)
                : null;
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            Unchecked(log, outage.GetType().Name);
            return principal;
        }
    }

    /// <summary>Forgets what is known of an account, so that a change counts at once on this node.</summary>
    public void Forget(AccountId id) => _seen.TryRemove(id, out _);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var current = await RefreshAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (current is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(DeskCookies.Session);
        }
        else if (!ReferenceEquals(current, context.Principal))
        {
            context.ReplacePrincipal(current);
            context.ShouldRenew = true;
        }
    }

    private static ClaimsPrincipal WithRoles(ClaimsPrincipal principal, Account account) =>
        principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal).SetEquals(account.Roles.Select(role => role.Code()))
            ? principal
            : DeskCookies.Principal(account);

    private async Task<Account?> CurrentAsync(AccountId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(id, out var seen) && now - seen.At < Fresh)
        {
            return seen.Account;
        }

        var account = (await accounts.FindAsync(id, cancellationToken))?.ToAccount();
        _seen[id] = (account, now);
        return account;
    }

    [LoggerMessage(EventName = "SessionUnchecked", Level = LogLevel.Warning, Message = "A session could not be checked because the database is down ({Kind}); it goes on.")]
    private static partial void Unchecked(ILogger logger, string kind);
}
