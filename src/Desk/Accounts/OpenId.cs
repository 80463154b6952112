using System.Security.Claims;
using Dapper;
using Infoline.Desk.Audit;
using Infoline.Sql;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Infoline.Desk.Accounts;

/// <summary>Sign-in by the identity provider of the office. It decides who comes in with which roles; the account here is what colleagues and the audit see.</summary>
internal static class OpenId
{
    public const string Scheme = "Infoline.OpenId";

    public static void AddOpenId(this AuthenticationBuilder authentication, OpenIdOptions settings, bool httpsOnly)
    {
        authentication.Services.AddSingleton<ExternalAccounts>();
        if (settings.Authority.Length == 0)
        {
            return;
        }

        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = settings.Authority;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.SignInScheme = DeskCookies.Session;
            options.CallbackPath = "/desk/sign-in/openid/callback";
            options.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.Scope.Add("profile");
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                // The answer comes by a link, so these cookies need not be for other sites' forms.
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            }

            options.Events.OnTokenValidated = context => AdmitAsync(context, settings);
            options.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect($"{DeskCookies.SignInPath}?fault=provider");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    private static async Task AdmitAsync(TokenValidatedContext context, OpenIdOptions settings)
    {
        var claims = context.Principal!;
        var roles = claims.FindAll(settings.RoleClaim)
            .Select(claim => settings.Roles.TryGetValue(claim.Value, out var code) ? Roles.Parse(code) : null)
            .OfType<Role>()
            .ToList();
        var subject = claims.FindFirstValue("sub");
        var accounts = context.HttpContext.RequestServices.GetRequiredService<ExternalAccounts>();
        var account = subject is null || roles.Count == 0
            ? null
            : await accounts.AdmitAsync(settings.Authority, subject, claims.FindFirstValue("name") ?? claims.FindFirstValue("preferred_username") ?? subject, roles, context.HttpContext.RequestAborted);
        if (account is not { IsOpen: true })
        {
            context.Response.Redirect($"{DeskCookies.SignInPath}?fault=roles");
            context.HandleResponse();
            return;
        }

        context.Principal = DeskCookies.Principal(account);
        await accounts.AuditAsync(account, context.HttpContext.Origin(), context.HttpContext.RequestAborted);
    }
}

/// <summary>The accounts of people whom the identity provider vouches for.</summary>
internal sealed class ExternalAccounts(Database database, AccountStore accounts, AccountChanges changes, AuditTrail audit, TimeProvider time)
{
    /// <summary>Finds or makes the account, and brings its name and roles to what the provider says. Null when it could not.</summary>
    public async Task<Account?> AdmitAsync(string issuer, string subject, string name, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        var id = await IdAsync(issuer, subject, cancellationToken);
        if (id is null)
        {
            var made = AccountId.New();
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO desk_accounts (id, name, display_name, roles, stamp, issuer, subject, is_demo, created_at)
                VALUES (@id, @name, @displayName, '', @stamp, @issuer, @subject, FALSE, @now)
                ON CONFLICT DO NOTHING
                """,
                new { id = made.ToString(), name = $"openid:{made}", displayName = name, stamp = Secrets.NewStamp(), issuer, subject, now = time.GetUtcNow() },
                cancellationToken: cancellationToken));
            id = await IdAsync(issuer, subject, cancellationToken);
        }

        if (id is null || (await accounts.FindAsync(id.Value, cancellationToken))?.ToAccount() is not { } account)
        {
            return null;
        }

        if (!account.Roles.ToHashSet().SetEquals(roles))
        {
            await changes.ApplyAsync(new AccountChange.SetRoles(account.Id, roles), Actor.System, cancellationToken);
        }

        if (!string.Equals(account.DisplayName, name, StringComparison.Ordinal))
        {
            await changes.ApplyAsync(new AccountChange.Rename(account.Id, name), Actor.System, cancellationToken);
        }

        return (await accounts.FindAsync(account.Id, cancellationToken))?.ToAccount();
    }

    public async Task AuditAsync(Account account, string origin, CancellationToken cancellationToken)
    {
        await accounts.SignedInAsync(account.Id, cancellationToken);
        await audit.WriteAsync(Actor.Of(account, origin), new AuditEntry(AuditActions.SignedIn, "account", account.Id.ToString()), cancellationToken);
    }

    private async Task<AccountId?> IdAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT id FROM desk_accounts WHERE issuer = @issuer AND subject = @subject", new { issuer, subject }, cancellationToken: cancellationToken));
        return id is null ? null : AccountId.Parse(id);
    }
}
