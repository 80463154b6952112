using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>The phone in the browser: <c>/phone</c> calls the hotline over the network of this machine, <c>/phone/consultant</c> answers.</summary>
/// <remarks>For development: who can open the page can place calls. It needs WebSockets (<c>UseWebSockets</c>).</remarks>
public static class BrowserPhone
{
    /// <summary>Adds the pages, their files and their sockets under <c>/phone</c>.</summary>
    /// <param name="app">Where to add them.</param>
    /// <param name="network">The network that the calls run on.</param>
    /// <param name="options">What the pages need from the host; null for none.</param>
    public static void MapBrowserPhone(this IEndpointRouteBuilder app, TelephoneNetwork network, BrowserPhoneOptions? options = null)
    {
        var stopping = app.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var phones = new Phones(network, options ?? new(), stopping);
        var phone = app.MapGroup("/phone").ExcludeFromDescription();
        phone.MapGet("", (HttpContext context) => PageAssets.Serve("phone.html", context.Response));
        phone.MapGet("/consultant", (HttpContext context) => PageAssets.Serve("consultant.html", context.Response));
        phone.MapGet("/assets/{file}", (string file, HttpContext context) => PageAssets.Serve(file, context.Response));
        phone.MapGet("/line", (Delegate)phones.CallAsync);
        phone.MapGet("/device", (Delegate)phones.RegisterAsync);
    }

    private sealed class Phones(TelephoneNetwork network, BrowserPhoneOptions options, CancellationToken stopping)
    {
        private readonly Switchboard _switchboard = new();
        private int _pages;

        public Task<IResult> CallAsync(HttpContext context) => ConnectAsync(context, page => new CallerPage(network, options, _switchboard, page)
            .RunAsync(string.Create(CultureInfo.InvariantCulture, $"+4860000{Interlocked.Increment(ref _pages) % 10_000:0000}"), stopping));

        public Task<IResult> RegisterAsync(HttpContext context) =>
            ConnectAsync(context, page => new SoftphonePage(network, options, _switchboard, page).RunAsync(stopping));

        private static async Task<IResult> ConnectAsync(HttpContext context, Func<PageSocket, Task> run)
        {
            if (!context.WebSockets.IsWebSocketRequest || !ComesFromHere(context.Request))
                return Results.BadRequest("Open /phone in a browser.");
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await run(new PageSocket(socket));
            return Results.Empty;
        }

        /// <summary>A page of another site must not place calls through the browser of whoever visits it.</summary>
        private static bool ComesFromHere(HttpRequest request) =>
            Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase);
    }
}
