using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Infoline.EndToEnd_Tests.Desk;

public sealed class OpenIdTests
{
    [Fact]
    public async Task The_office_decides_who_comes_in_with_which_roles()
    {
        await using var office = await IdentityProvider.StartAsync();
        using var host = Host(office);
        office.Person = ("s-1", "Test supervisor", ["hotline-leads"]);
        using var visitor = host.Visitor();
        (await visitor.Page("/desk/sign-in")).ShouldContain("Zaloguj przez: Test office");

        using var answer = await SignInAsync(visitor);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Page("/desk/profile")).ShouldContain("Test supervisor");
        (await visitor.Get("/desk/accounts")).Headers.Location!.OriginalString.ShouldContain("/desk/no-access");
        using var administrator = await host.SignedIn("demo-administrator");
        (await administrator.Page("/desk/accounts")).ShouldContain("Test supervisor");
    }

    [Fact]
    public async Task Roles_follow_the_office_at_the_next_sign_in_and_without_any_nobody_comes_in()
    {
        await using var office = await IdentityProvider.StartAsync();
        using var host = Host(office);
        office.Person = ("s-1", "Test person", ["hotline-admins"]);
        using var first = host.Visitor();
        (await SignInAsync(first)).Dispose();
        (await first.Page("/desk/accounts")).ShouldContain("Test person");

        office.Person = ("s-1", "Test person", ["something-else"]);
        using var second = host.Visitor();
        using var refused = await SignInAsync(second);

        refused.Headers.Location!.OriginalString.ShouldContain("fault=roles");
        (await second.Get("/desk/profile")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static DeskHost Host(IdentityProvider office) => new DeskHost()
        .With("Desk:OpenId:Authority", office.Address)
        .With("Desk:OpenId:ClientId", "infoline")
        .With("Desk:OpenId:ClientSecret", "0f9a7c35d1e84b26")
        .With("Desk:OpenId:DisplayName", "Test office")
        .With("Desk:OpenId:RoleClaim", "groups")
        .With("Desk:OpenId:Roles:hotline-leads", "supervisor")
        .With("Desk:OpenId:Roles:hotline-admins", "administrator");

    private static async Task<HttpResponseMessage> SignInAsync(DeskVisitor visitor)
    {
        using var asked = await visitor.Get("/desk/sign-in/openid");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var browser = new HttpClient();
        var answer = await browser.GetFromJsonAsync<JsonElement>(asked.Headers.Location, TestContext.Current.CancellationToken);
        answer.GetProperty("challenge").GetString().ShouldNotBeNullOrEmpty("the code is bound to the one who asked (PKCE)");
        return await visitor.Get(
            $"{new Uri(answer.GetProperty("target").GetString()!).AbsolutePath}?code={answer.GetProperty("code").GetString()}&state={Uri.EscapeDataString(answer.GetProperty("state").GetString()!)}");
    }
}
