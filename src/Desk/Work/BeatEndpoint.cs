using Infoline.Desk.Accounts;
using Infoline.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Infoline.Desk.Work;

/// <summary>
/// The sign of life of a consultant's window, every five seconds. Its answer is the window's orders: go on (204), the work has moved
/// to another window (409), sign in to the queue again (410), the queue does not answer (503). It tells how the window's telephone stands,
/// so that a consultant whose telephone was lost in a conversation goes on as soon as it can ring again.
/// </summary>
internal static class BeatEndpoint
{
    public const string Path = "/desk/work/beat";

    // Forms and links of other sites cannot send it, so the beat needs no token in its body.
    private const string Header = "X-Infoline-Beat";

    // As desk-softphone.js names them: the softphone is registered and in no call; or a telephone is rung instead.
    private static readonly string[] CanRing = ["ready", "telephone"];

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, BeatAsync).RequireAuthorization(Policies.Consultant);

    private static async Task<IResult> BeatAsync(HttpContext http, string? seat, string? telephone, Seats seats, Consultants consultants)
    {
        if (!http.Request.Headers.ContainsKey(Header) || http.User.AccountId() is not { } account || seat is null)
        {
            return Results.BadRequest();
        }

        if (!await seats.IsCurrentAsync(account, seat, http.RequestAborted))
        {
            return Results.Conflict();
        }

        try
        {
            if (await consultants.BeatAsync(ConsultantId.Parse(account.ToString()), http.RequestAborted) is not { Status: not ConsultantStatus.Offline } me)
                return Results.StatusCode(StatusCodes.Status410Gone);
            if (me.IsLost && CanRing.Contains(telephone, StringComparer.Ordinal))
                await consultants.ReattachAsync(me.Id, http.RequestAborted);
            return Results.NoContent();
        }
        catch (RoutingUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
