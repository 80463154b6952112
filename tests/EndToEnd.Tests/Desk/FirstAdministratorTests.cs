using System.Net;
using System.Text.RegularExpressions;

namespace Infoline.EndToEnd_Tests.Desk;

public sealed partial class FirstAdministratorTests
{
    private const string Password = "zielona herbata o poranku";

    [Fact]
    public async Task Whoever_reads_the_log_makes_the_first_administrator_once()
    {
        using var host = new DeskHost("Development").With("Desk:DemoAccounts", "false");
        using var visitor = host.Visitor();
        var link = await host.Log.FirstAsync("FirstAdministratorLink");
        var path = new Uri(link[link.IndexOf("http", StringComparison.Ordinal)..]).PathAndQuery;
        (string, string)[] form = [("Form.Name", "boss"), ("Form.DisplayName", "Test boss"), ("Form.Password", Password), ("Form.Again", Password)];

        using var made = await visitor.Send(path, "first", form);
        made.Headers.Location!.OriginalString.ShouldEndWith("/desk/second-factor/set-up");
        (await visitor.Get("/desk/accounts")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "without the second factor nothing opens");

        var setUp = await visitor.Page("/desk/second-factor/set-up");
        var secret = Secret().Match(setUp).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal);
        var seal = Seal().Match(setUp).Groups["seal"].Value;
        using var confirmed = await visitor.Post(
            "/desk/second-factor/set-up",
            ("_handler", "set-up"),
            ("__RequestVerificationToken", DeskVisitor.Token(setUp)),
            ("Form.Seal", seal),
            ("Form.Code", Authenticator.Code(secret, DateTimeOffset.UtcNow)));
        RecoveryCode().Count(await confirmed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(10);
        (await visitor.Page("/desk/accounts")).ShouldContain("Test boss");

        (await visitor.Page(path)).ShouldContain("Ten link już nie działa");
        using var later = host.Visitor();
        (await later.SignIn("boss", Password)).Headers.Location!.OriginalString.ShouldEndWith("/desk/second-factor");
        (await later.Get("/desk/accounts")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_link_that_was_guessed_does_not_work()
    {
        using var host = new DeskHost("Development").With("Desk:DemoAccounts", "false");
        using var visitor = host.Visitor();

        (await visitor.Page("/desk/first-administrator?token=guess")).ShouldContain("Ten link już nie działa");
        (await visitor.Page("/desk/set-password?token=guess")).ShouldContain("Ten link już nie działa");
    }

    [GeneratedRegex("class=\"secret\">(?<secret>[A-Z2-7 ]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"Form.Seal\" value=\"(?<seal>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seal();

    [GeneratedRegex("<code>[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryCode();
}
