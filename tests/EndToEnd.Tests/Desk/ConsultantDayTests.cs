using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests.Browser;
using Infoline.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

public sealed class ConsultantDayTests(Chromium chromium)
{
    private static readonly ConsultantId Demo1 = ConsultantId.Parse("demo1");

    [Fact]
    public async Task A_consultant_comes_takes_a_pause_and_goes_by_keyboard_and_a_reload_changes_nothing()
    {
        using var host = new DeskHost();
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Brak gotowości: po zalogowaniu");

        await page.Keyboard.PressAsync("d");
        await page.HeadingAsync("Gotowość");
        (await StatusAsync(host)).ShouldBe(ConsultantStatus.Available);

        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("Enter");
        await page.HeadingAsync("Przerwa: odpoczynek");

        await page.ReloadAsync();
        await page.HeadingAsync("Przerwa: odpoczynek");

        await page.GetByRole(AriaRole.Button, new() { Name = "Kończę pracę" }).ClickAsync();
        await page.HeadingAsync("Poza pracą");
        (await StatusAsync(host)).ShouldBe(ConsultantStatus.Offline);
    }

    [Fact]
    public async Task Signing_in_at_a_second_place_moves_the_work_there_and_back_again()
    {
        using var host = new DeskHost();
        var first = await Window.OpenAsync(chromium, host, "demo1");
        await first.HeadingAsync("Kolejka");
        await first.Keyboard.PressAsync("d");
        await first.HeadingAsync("Gotowość");

        var second = await Window.OpenAsync(chromium, host, "demo1");

        await second.HeadingAsync("Gotowość");
        await first.HeadingAsync("Pracujesz teraz w innym oknie");
        await first.GetByRole(AriaRole.Button, new() { Name = "Pracuj w tym oknie" }).ClickAsync();
        await first.HeadingAsync("Gotowość");
        await second.HeadingAsync("Pracujesz teraz w innym oknie");
    }

    [Fact]
    public async Task A_closed_window_is_noticed_and_gets_no_more_calls()
    {
        using var host = new DeskHost().With("Routing:PresenceLease", "00:00:07");
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");
        await page.Keyboard.PressAsync("d");
        await page.HeadingAsync("Gotowość");
        var vanished = WaitForAsync(host, status => status is ConsultantStatus.NotReady);

        await page.CloseAsync();

        (await vanished.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken)).Reason.ShouldBe("vanished");
    }

    [Fact]
    public async Task A_window_on_another_page_of_the_desk_stays_at_work()
    {
        using var host = new DeskHost().With("Routing:PresenceLease", "00:00:07");
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");
        await page.Keyboard.PressAsync("d");
        await page.HeadingAsync("Gotowość");

        await page.GotoAsync(new Uri(host.Address, "/desk/profile").AbsoluteUri);
        for (var beats = 0; beats < 3; beats++)
        {
            await page.WaitForResponseAsync(answer => answer.Url.Contains("/desk/work/beat", StringComparison.Ordinal) && answer.Status == 204);
        }

        (await StatusAsync(host)).ShouldBe(ConsultantStatus.Available);
    }

    [Fact]
    public async Task Waiting_callers_appear_within_a_moment()
    {
        using var host = new DeskHost();
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");

        await host.Services.GetRequiredService<CallQueue>().JoinAsync(
            new Ticket(CallId.Parse("CA1"), DateTimeOffset.UtcNow.AddMinutes(-2), LanguageCode.Parse("en")), TestContext.Current.CancellationToken);

        await page.Locator(".queue-row.waiting", new() { HasText = "angielski" }).Locator("strong", new() { HasText = "1" }).WaitForAsync(new() { Timeout = 5_000 });
        await page.Locator(".queue-row.waiting time", new() { HasText = "2:" }).WaitForAsync();
    }

    [Fact]
    public async Task A_call_rings_is_answered_held_noted_and_wrapped_up_and_survives_a_reload()
    {
        var telephone = new TestTelephone();
        using var host = new DeskHost().With(services => services.AddSingleton<IConversations>(telephone));
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");
        var me = AccountId.Parse("demo1");

        telephone.Ring(me);
        await page.HeadingAsync("Dzwoni");
        foreach (var text in new[] { "ukraiński", "Karta pobytu", "Dokumenty", "pierwszeństwo", "Wezwanie", "informacja udzielona" })
        {
            (await page.GetByText(text).First.IsVisibleAsync()).ShouldBeTrue(text);
        }

        await page.Keyboard.PressAsync("a");
        await page.HeadingAsync("Rozmowa");
        await page.Keyboard.PressAsync("h");
        await page.HeadingAsync("Rozmówca czeka");
        await page.Keyboard.PressAsync("h");
        await page.HeadingAsync("Rozmowa");
        await page.Keyboard.PressAsync("o");
        await page.Locator("[data-help=asked]").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("o");
        await page.Locator("[data-help=asked]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByLabel("Notatki").FillAsync("Prosi o termin.");
        await page.GetByText("Zapisane").WaitForAsync();

        await page.ReloadAsync();
        await page.HeadingAsync("Rozmowa");
        await Assertions.Expect(page.GetByLabel("Notatki")).ToHaveValueAsync("Prosi o termin.");

        await page.Keyboard.PressAsync("t");
        await page.GetByRole(AriaRole.Button, new() { Name = "Przekaż do kolejki" }).WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rozłącz" }).ClickAsync();
        await page.HeadingAsync("Po rozmowie");
        await page.Keyboard.PressAsync("f");
        await page.Locator(".call").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        telephone.Acts.Where(act => act is not ConversationAct.Note).Select(act => act.Name)
            .ShouldBe(["Answer", "Hold", "Resume", "AskForHelp", "AskForHelp", "HangUp", "FinishWrapUp"]);
        using var auditor = await host.SignedIn("demo-auditor");
        var audit = await auditor.Page("/desk/audit.csv");
        audit.ShouldContain("caller.seen,call,17");
        audit.ShouldNotContain("500 100 200");
        audit.ShouldNotContain("Prosi o termin");
    }

    [Fact]
    public async Task An_account_that_is_closed_is_led_out_of_an_open_page()
    {
        using var host = new DeskHost();
        var page = await Window.OpenAsync(chromium, host, "demo4");
        await page.HeadingAsync("Kolejka");
        var administrator = await Window.OpenAsync(chromium, host, "demo-administrator");
        await administrator.GotoAsync(new Uri(host.Address, "/desk/accounts/demo4").AbsoluteUri);

        await administrator.GetByRole(AriaRole.Button, new() { Name = "Zamknij konto" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Na pewno: Zamknij konto" }).ClickAsync();
        await administrator.GetByText("Zapisano.").WaitForAsync();

        await page.WaitForURLAsync(url => url.Contains("sign-in", StringComparison.Ordinal), new() { Timeout = 30_000 });
    }

    private static async Task<ConsultantStatus> StatusAsync(DeskHost host) =>
        (await host.Services.GetRequiredService<Consultants>().GetAsync(Demo1, TestContext.Current.CancellationToken))!.Status;

    private static async Task<Consultant> WaitForAsync(DeskHost host, Func<ConsultantStatus, bool> reached)
    {
        await foreach (var _ in host.Services.GetRequiredService<Board>().EventsAsync(TestContext.Current.CancellationToken))
        {
            if (await host.Services.GetRequiredService<Consultants>().GetAsync(Demo1, TestContext.Current.CancellationToken) is { } now && reached(now.Status))
            {
                return now;
            }
        }

        throw new InvalidOperationException("The events ended.");
    }
}
