using System.Net;

namespace Infoline.EndToEnd_Tests.Desk;

public sealed class SecurityTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Pages_run_no_foreign_or_inline_script_and_stand_in_no_frame()
    {
        var host = shared.Host;
        using var visitor = await host.SignedIn("demo1");

        using var answer = await visitor.Get("/desk/work");

        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("object-src 'none'");
        policy.ShouldContain("form-action 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Scripts(page).ShouldNotBeEmpty();
        Scripts(page).ShouldAllBe(script => script.Contains("src=", StringComparison.Ordinal), "a script without a file is inline");
    }

    [Fact]
    public async Task Behind_https_cookies_are_for_this_host_alone_and_unseen_by_scripts()
    {
        using var host = new DeskHost("Production").With("Hotline:KnownProxies:0", "127.0.0.1").With("Hotline:KnownProxies:1", "::1");
        using var visitor = host.Visitor();

        using var answer = await visitor.Get("/desk/sign-in", ("X-Forwarded-Proto", "https"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-");
        foreach (var flag in new[] { "secure", "httponly", "samesite=strict", "path=/" })
        {
            cookie.ShouldContain(flag, Case.Insensitive);
        }
    }

    [Fact]
    public async Task The_session_is_unseen_by_scripts()
    {
        var host = shared.Host;
        using var visitor = host.Visitor();

        using var answer = await visitor.SignIn("demo1", "demo-only-password");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("infoline-desk=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory]
    [InlineData("/desk/sign-in", "sign-in")]
    [InlineData("/desk/sign-out", "")]
    [InlineData("/desk/profile", "sign-out-everywhere")]
    public async Task A_form_without_the_token_of_this_site_is_refused(string path, string form)
    {
        var host = shared.Host;
        using var visitor = await host.SignedIn("demo1");

        using var answer = await visitor.Post(path, ("_handler", form), ("Form.Name", "demo1"), ("Form.Password", "demo-only-password"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Page("/desk/profile")).ShouldContain("demo1");
    }

    [Fact]
    public async Task Guesses_from_outside_close_the_name_even_for_the_right_password()
    {
        using var host = new DeskHost();
        using var visitor = host.Visitor();

        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await visitor.SignIn("demo1", $"guess number {guess}");
            wrong.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var answer = await visitor.SignIn("demo1", "demo-only-password");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Zbyt wiele nieudanych prób");
        using var administrator = await host.SignedIn("demo-administrator");
        (await administrator.Page("/desk/accounts")).ShouldContain("zablokowane po 5 próbach");
    }

    [Fact]
    public async Task An_address_that_tries_too_often_is_not_heard()
    {
        using var host = new DeskHost().With("Desk:SignInsPerMinute", "5");
        using var visitor = host.Visitor();

        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 7; guess++)
        {
            using var answer = await visitor.SignIn($"name{guess}", "a wrong password");
            answers.Add(answer.StatusCode);
        }

        answers.Count(status => status is HttpStatusCode.TooManyRequests).ShouldBe(2);
    }

    [Fact]
    public async Task Signing_in_never_leads_to_another_site()
    {
        var host = shared.Host;

        foreach (var target in new[] { "https://evil.example", "//evil.example", "/desk/../../evil", "/desk\\@evil.example", "javascript:alert(1)" })
        {
            using var visitor = host.Visitor();
            using var answer = await visitor.Send($"/desk/sign-in?return={Uri.EscapeDataString(target)}", "sign-in", ("Form.Name", "demo1"), ("Form.Password", "demo-only-password"));
            new Uri(host.Address, answer.Headers.Location!).ShouldBe(new Uri(host.Address, "/desk"), target);
        }
    }

    [Fact]
    public async Task Sessions_survive_a_restart_of_the_host()
    {
        using var first = new DeskHost();
        using var visitor = await first.SignedIn("demo1");
        (await visitor.Page("/desk/profile")).ShouldContain("demo1");

        using var second = new DeskHost(folder: first.Folder);
        using var later = visitor.At(second.Address);

        (await later.Page("/desk/profile")).ShouldContain("demo1");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_other_sessions_and_keeps_this_one()
    {
        using var host = new DeskHost();
        using var here = await host.SignedIn("demo1");
        using var elsewhere = await host.SignedIn("demo1");

        (await here.Send("/desk/profile", "sign-out-everywhere")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await here.Page("/desk/profile")).ShouldContain("demo1");
        (await elsewhere.Get("/desk/profile")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_export_of_the_audit_tells_of_itself_and_holds_no_formula()
    {
        var host = shared.Host;
        using var auditor = await host.SignedIn("demo-auditor");

        var table = await auditor.Page("/desk/audit.csv?action=sign-in.succeeded");
        var again = await auditor.Page("/desk/audit.csv");

        table.TrimStart('\uFEFF').ShouldStartWith("id,at,actor,actor_id,origin,action,object_kind,object_id,detail\r\n");
        table.ShouldContain("Demo auditor");
        table.ShouldNotContain("audit.exported");
        again.ShouldContain("audit.exported");
    }

    [Fact]
    public void Production_refuses_to_start_with_demo_accounts()
    {
        using var development = new DeskHost();
        _ = development.Address;
        using var production = new DeskHost("Production", development.Folder).With("Hotline:KnownProxies:0", "127.0.0.1");
        using var asked = new DeskHost("Production").With("Hotline:KnownProxies:0", "127.0.0.1").With("Desk:DemoAccounts", "true");

        Refusal(production).ShouldContain("demo-administrator");
        Refusal(asked).ShouldContain("Desk:DemoAccounts");
    }

    [Theory]
    [InlineData("Twilio:AuthToken", "00000000000000000000000000000000")]
    [InlineData("Twilio:AuthToken", "your_auth_token_goes_right_here_x")]
    [InlineData("Desk:OpenId:ClientSecret", "changeme-0123456789")]
    public void Production_refuses_to_start_with_a_secret_that_everybody_could_guess(string setting, string value)
    {
        using var production = new DeskHost("Production").With("Hotline:KnownProxies:0", "127.0.0.1").With(setting, value);

        Refusal(production).ShouldContain(setting);
    }

    [Fact]
    public void Production_refuses_plain_http_without_a_declared_proxy()
    {
        using var production = new DeskHost("Production");

        Refusal(production).ShouldContain("Hotline:KnownProxies");
    }

    /// <summary>What the host writes for the operator when it does not start.</summary>
    private static string Refusal(DeskHost host)
    {
        var before = Console.Error;
        using var said = new StringWriter();
        Console.SetError(TextWriter.Synchronized(said));
        try
        {
            Should.Throw<Exception>(() => host.Address);
        }
        finally
        {
            Console.SetError(before);
        }

        said.ToString().ShouldContain("The host did not start.");
        return said.ToString();
    }

    private static List<string> Scripts(string page) => [.. page.Split("<script").Skip(1).Select(rest => rest[..rest.IndexOf('>', StringComparison.Ordinal)])];
}
