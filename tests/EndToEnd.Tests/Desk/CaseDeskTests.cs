using System.Globalization;
using Dapper;
using Infoline.Cases.Alarms;
using Infoline.Cases.Lookup;
using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;
using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests.Browser;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>Cases on the screens of consultants and supervisors.</summary>
public sealed class CaseDeskTests(Chromium chromium)
{
    private static readonly AccountId Me = AccountId.Parse("demo1");
    private static readonly string Demo = string.Create(CultureInfo.InvariantCulture, $"{DemoCases.RunningNumber(CaseStage.Summons)}/{DemoCases.Year}");

    [Fact]
    public async Task A_consultant_finds_a_case_by_its_number_and_is_told_what_is_no_number()
    {
        using var host = new DeskHost();
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.GotoAsync(new Uri(host.Address, "/desk/cases").AbsoluteUri);

        await SearchAsync(page, "");
        await page.GetByText("Wpisz numer sprawy").WaitForAsync();
        await SearchAsync(page, "abc");
        await page.GetByText("To nie jest numer sprawy").WaitForAsync();
        await SearchAsync(page, $"99999/{DemoCases.Year}");
        await page.GetByText("Nie ma takiej sprawy w rejestrze").WaitForAsync();
        await SearchAsync(page, Demo);
        await page.Locator(".case-stage", new() { HasText = "Wezwanie" }).WaitForAsync();

        (await page.BarriersAsync()).ShouldBeEmpty();
        (await AuditAsync(host)).ShouldBe([("DeskSearch", "none", ""), ("DeskSearch", "found", "")]);
    }

    [Fact]
    public async Task With_an_unverified_caller_on_the_line_the_consultant_asks_first_and_the_desk_notes_it()
    {
        var telephone = new TestTelephone();
        using var host = new DeskHost().With(services => services.AddSingleton<IConversations>(telephone));
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");
        telephone.Ring(Me, verified: false);
        await page.HeadingAsync("Dzwoni");
        await page.Keyboard.PressAsync("a");
        await page.HeadingAsync("Rozmowa");

        await page.Keyboard.PressAsync("c");
        await SearchAsync(page, Demo);
        await page.GetByText("Zapytaj najpierw o imię i nazwisko").WaitForAsync();
        (await page.Locator(".case-stage").CountAsync()).ShouldBe(0);
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zgadzają się – pokaż sprawę" }).ClickAsync();
        await page.Locator(".case-stage", new() { HasText = "Wezwanie" }).WaitForAsync();
        await page.KeepPictureAsync("case-in-a-call");

        var call = telephone.CallOf(Me)!.Call;
        (await AuditAsync(host)).ShouldBe([("DeskSearch", "found", call), ("DeskAsked", "fits", call)]);
    }

    [Fact]
    public async Task Supervisors_see_that_look_ups_are_abused_and_put_the_sign_away()
    {
        using var host = new DeskHost().With("Cases:AnswerMilliseconds", "100").With("Cases:Limits:Caller", "2");
        var page = await Window.OpenAsync(chromium, host, "demo-supervisor");
        await page.HeadingAsync("Tablica");

        for (var tries = 0; tries < 3; tries++)
        {
            await host.Services.GetRequiredService<CaseLookup>().FindAsync(new LookupRequest($"CA{tries}", "caller-of-the-test", Number(90000 + (tries * 100)), new DateOnly(1990, 1, 1)), Cancel);
        }

        await page.Locator($"[data-alarm={nameof(AlarmKind.CallerLimit)}]").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Odłóż" }).ClickAsync();
        await page.Locator("[data-alarm]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        (await host.Services.GetRequiredService<LookupAlarms>().OpenAsync(Cancel)).ShouldBeEmpty();
        using var auditor = await host.SignedIn("demo-auditor");
        (await auditor.Page("/desk/audit.csv")).ShouldContain("supervision.alarm,alarm,CallerLimit");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task SearchAsync(IPage page, string text)
    {
        await page.GetByLabel("Numer sprawy").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Szukaj", Exact = true }).ClickAsync();
    }

    private static TypedCaseNumber.Complete Number(int running) =>
        (TypedCaseNumber.Complete)TypedCaseNumber.Read(string.Create(CultureInfo.InvariantCulture, $"{running}#{DemoCases.Year}"), new DateOnly(DemoCases.Year, 12, 31), insists: true);

    private static async Task<IReadOnlyList<(string Action, string Result, string Call)>> AuditAsync(DeskHost host)
    {
        await using var connection = await host.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        return [.. await connection.QueryAsync<(string, string, string)>("SELECT action, outcome, COALESCE(call_id, '') FROM case_audit ORDER BY id")];
    }
}
