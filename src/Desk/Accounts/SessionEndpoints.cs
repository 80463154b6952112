using Infoline.Desk.Audit;
using Infoline.Routing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Infoline.Desk.Accounts;

/// <summary>Ends a session.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/sign-out", SignOutAsync).RequireAuthorization(Policies.SignedIn).AddEndpointFilter(RefuseForgedAsync);
        app.MapGet("/desk/sign-in/openid", AskProvider).AllowAnonymous();
    }

    /// <summary>Refuses a form that does not come from a page of this site.</summary>
    public static async ValueTask<object?> RefuseForgedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var antiforgery = (IAntiforgery)context.HttpContext.RequestServices.GetService(typeof(IAntiforgery))!;
        return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
    }

    private static IResult AskProvider(string? @return, Microsoft.Extensions.Options.IOptions<DeskOptions> options) => options.Value.OpenId.Authority.Length > 0
        ? Results.Challenge(new AuthenticationProperties { RedirectUri = DeskCookies.LocalPath(@return) }, [OpenId.Scheme])
        : Results.NotFound();

    private static async Task<IResult> SignOutAsync(HttpContext http, AuditTrail audit, Consultants consultants)
    {
        var actor = CurrentUser.ActorOf(http);
        await LeaveQueueAsync(actor.Id, consultants, http.RequestAborted);
        await http.SignOutAsync(DeskCookies.Session);
        await audit.WriteAsync(actor, new AuditEntry(AuditActions.SignedOut, "account", actor.Id), http.RequestAborted);
        return Results.LocalRedirect(DeskCookies.SignInPath);
    }

    /// <summary>Whoever signs out goes home, after the work in hand. When the queue is silent, their desk's silence says the same.</summary>
    private static async Task LeaveQueueAsync(string account, Consultants consultants, CancellationToken cancellationToken)
    {
        try
        {
            await consultants.SignOutAsync(ConsultantId.Parse(account), cancellationToken);
        }
        catch (RoutingUnavailableException)
        {
        }
    }
}
