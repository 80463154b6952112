using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>Every page and endpoint of the desk, asked for from outside by each role and by nobody.</summary>
public sealed class AccessTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Everybody = "everybody";
    private const string SignedIn = "signed in";

    // The whole truth about who may open what. A new page that is not here fails the first test.
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["/"] = Everybody,
        ["/desk"] = SignedIn,
        ["/desk/accounts"] = "administrator",
        ["/desk/accounts/new"] = "administrator",
        ["/desk/accounts/{Id}"] = "administrator",
        ["/desk/audit"] = "auditor",
        ["/desk/audit.csv"] = "auditor",
        ["/desk/board"] = "supervisor",
        ["/desk/cases"] = "consultant",
        ["/desk/first-administrator"] = Everybody,
        ["/desk/history"] = "supervisor",
        ["/desk/history/calls.csv"] = "supervisor",
        ["/desk/history/calls.xlsx"] = "supervisor",
        ["/desk/history/calls/{Id}"] = "supervisor",
        ["/desk/history/figures.csv"] = "supervisor",
        ["/desk/history/figures.xlsx"] = "supervisor",
        ["/desk/hours"] = "editor or administrator",
        ["/desk/knowledge"] = "consultant or supervisor or editor",
        ["/desk/knowledge/{Id}"] = "consultant or supervisor or editor",
        ["/desk/no-access"] = SignedIn,
        ["/desk/not-found"] = Everybody,
        ["/desk/{*Missing:nonfile}"] = Everybody,
        ["/desk/preferences/language/{code}"] = Everybody,
        ["/desk/preferences/theme/{code}"] = Everybody,
        ["/desk/profile"] = SignedIn,
        ["/desk/second-factor"] = Everybody,
        ["/desk/second-factor/set-up"] = Everybody,
        ["/desk/set-password"] = Everybody,
        ["/desk/sign-in"] = Everybody,
        ["/desk/sign-in/openid"] = Everybody,
        ["/desk/sign-out"] = SignedIn,
        ["/desk/staffing"] = "supervisor",
        ["/desk/texts"] = "editor or administrator",
        ["/desk/texts/{Id}"] = "editor or administrator",
        ["/desk/wallboard"] = "supervisor",
        ["/desk/work"] = "consultant",
        ["/desk/work/beat"] = "consultant",
        ["/desk/softphone"] = "consultant",
        ["/desk/voice-sdk/twilio.min.js"] = "consultant",
    };

    private static readonly Dictionary<string, string> DemoAccountOf = new(StringComparer.Ordinal)
    {
        ["consultant"] = "demo1",
        ["supervisor"] = "demo-supervisor",
        ["editor"] = "demo-editor",
        ["administrator"] = "demo-administrator",
        ["auditor"] = "demo-auditor",
    };

    [Fact]
    public void Every_page_and_endpoint_is_in_the_table_and_names_who_may_use_it()
    {
        var mapped = DeskEndpoints().Select(Path).Distinct(StringComparer.Ordinal).ToList();

        mapped.ShouldBe(Pages.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_page_says_itself_who_may_open_it()
    {
        foreach (var endpoint in DeskEndpoints())
        {
            var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
            var own = page is null
                ? endpoint.Metadata.OfType<IAuthorizeData>().Any() || endpoint.Metadata.OfType<IAllowAnonymous>().Any()
                : page.GetCustomAttributes(inherit: true).Any(attribute => attribute is IAuthorizeData or IAllowAnonymous);
            own.ShouldBeTrue($"{Path(endpoint)} needs [Authorize(Policies.…)] or [AllowAnonymous].");
        }
    }

    [Fact]
    public async Task Nobody_opens_only_what_is_for_everybody()
    {
        using var nobody = shared.Host.Visitor();

        foreach (var (path, who) in Gettable())
        {
            (await Opens(nobody, path)).ShouldBe(who is Everybody, $"nobody at {path}");
        }
    }

    [Theory]
    [InlineData("consultant")]
    [InlineData("supervisor")]
    [InlineData("editor")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task A_role_opens_what_it_may_and_nothing_else(string role)
    {
        using var visitor = await shared.Host.SignedIn(DemoAccountOf[role]);

        foreach (var (path, who) in Gettable())
        {
            (await Opens(visitor, path)).ShouldBe(who is Everybody or SignedIn || who.Split(" or ").Contains(role, StringComparer.Ordinal), $"{role} at {path}");
        }
    }

    [Fact]
    public async Task The_channel_of_live_pages_is_closed_to_nobody()
    {
        using var nobody = shared.Host.Visitor();

        var answer = await nobody.Post("/_blazor/negotiate?negotiateVersion=1");

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
    }

    private static bool Opened(HttpResponseMessage answer)
    {
        var target = answer.Headers.Location?.OriginalString ?? "";
        var turnedAway = target.Contains("/desk/sign-in?", StringComparison.Ordinal) || target.Contains("/desk/no-access", StringComparison.Ordinal);
        return !turnedAway && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    private static async Task<bool> Opens(DeskVisitor visitor, string path)
    {
        using var answer = await visitor.Get(path.Replace("{code}", "pl", StringComparison.Ordinal).Replace("{Id}", "demo1", StringComparison.Ordinal));
        ((int)answer.StatusCode).ShouldBeLessThan(500, path);
        return Opened(answer);
    }

    private static IEnumerable<KeyValuePair<string, string>> Gettable() => Pages.Where(page => page.Key is not ("/desk/sign-out" or "/desk/work/beat"));

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private List<RouteEndpoint> DeskEndpoints() =>
    [
        .. shared.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Path(endpoint) is "/" || Path(endpoint).StartsWith("/desk", StringComparison.Ordinal)),
    ];
}
