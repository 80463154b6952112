using System.Security.Claims;
using Infoline.Desk.Audit;
using Infoline.Desk.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Desk.Accounts;

/// <summary>The two cookies of the desk: the session, and the short one between password and second factor.</summary>
internal static class DeskCookies
{
    /// <summary>The scheme of a session.</summary>
    public const string Session = "Infoline.Desk";

    /// <summary>The scheme of one who has given a password and owes the second factor.</summary>
    public const string Partial = "Infoline.Desk.Partial";

    public const string SignInPath = "/desk/sign-in";

    private const string StampClaim = "stamp";
    private const string ReturnItem = "return";
    private static readonly TimeSpan WorkDay = TimeSpan.FromHours(12);
    private static readonly TimeSpan PartialLife = TimeSpan.FromMinutes(10);

    public static AuthenticationBuilder AddDeskCookies(this AuthenticationBuilder authentication, bool httpsOnly) => authentication
        .AddCookie(Session, options =>
        {
            Configure(options, httpsOnly, "infoline-desk", WorkDay);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = context =>
            {
                // The beat of a window is not a page to be led from.
                if (context.Request.Path.StartsWithSegments(BeatEndpoint.Path, StringComparison.Ordinal))
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            options.Events.OnValidatePrincipal = context =>
                context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().ValidateAsync(context);
        })
        .AddCookie(Partial, options => Configure(options, httpsOnly, "infoline-desk-partial", PartialLife));

    public static async Task SignInAsync(this HttpContext http, Account account)
    {
        await http.SignOutAsync(Partial);
        await http.SignInAsync(Session, Principal(account));
        await http.RequestServices.GetRequiredService<AccountStore>().SignedInAsync(account.Id, http.RequestAborted);
        await http.RequestServices.GetRequiredService<AuditTrail>().WriteAsync(
            Actor.Of(account, http.Origin()), new AuditEntry(AuditActions.SignedIn, "account", account.Id.ToString()), http.RequestAborted);
    }

    /// <summary>Remembers that the password was right, and where to go after the second factor.</summary>
    public static Task SignInPartlyAsync(this HttpContext http, Account account, string returnUrl) =>
        http.SignInAsync(Partial, Principal(account, Partial), new AuthenticationProperties { Items = { [ReturnItem] = returnUrl } });

    /// <summary>Who has given the password in this browser in the last minutes, and whose password has not changed since.</summary>
    public static async Task<(Account Account, string ReturnUrl)?> PartlySignedInAsync(this HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(Partial);
        if (ticket.Principal?.AccountId() is not { } id)
        {
            return null;
        }

        var row = await http.RequestServices.GetRequiredService<AccountStore>().FindAsync(id, http.RequestAborted);
        return row?.ToAccount() is { IsOpen: true } account && IsCurrent(ticket.Principal, account)
            ? (account, LocalPath(ticket.Properties?.Items.TryGetValue(ReturnItem, out var path) is true ? path : null))
            : null;
    }

    public static ClaimsPrincipal Principal(Account account, string scheme = Session)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(StampClaim, account.Stamp),
        ];
        if (string.Equals(scheme, Session, StringComparison.Ordinal))
        {
            claims.AddRange(account.Roles.Select(role => new Claim(ClaimTypes.Role, role.Code())));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    public static bool IsCurrent(ClaimsPrincipal principal, Account account) =>
        string.Equals(principal.FindFirstValue(StampClaim), account.Stamp, StringComparison.Ordinal);

    public static AccountId? AccountId(this ClaimsPrincipal principal) =>
        Accounts.AccountId.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Where to go after signing in: pages of the desk only, so that nobody is led elsewhere.</summary>
    public static string LocalPath(string? path) =>
        path is not null && (string.Equals(path, "/desk", StringComparison.Ordinal) || path.StartsWith("/desk/", StringComparison.Ordinal))
            && !path.Contains("..", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
            && !path.StartsWith(SignInPath, StringComparison.Ordinal)
            ? path
            : "/desk";

    public static string Origin(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static void Configure(CookieAuthenticationOptions options, bool httpsOnly, string name, TimeSpan life)
    {
        // The prefix makes browsers refuse the cookie from a neighbouring site or over plain HTTP.
        options.Cookie.Name = httpsOnly ? $"__Host-{name}" : name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = life;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = "/desk/no-access";
        options.ReturnUrlParameter = "return";
    }
}
