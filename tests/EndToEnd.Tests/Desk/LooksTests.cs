using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>Every page in both themes and three widths: no barrier, nothing that sticks out, nothing that the browser complains of.</summary>
public sealed class LooksTests(Chromium chromium, SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly int[] Widths = [390, 1024, 1600];

    public static TheoryData<string, string, string> Pages() => new()
    {
        { "", "/desk/sign-in", "Logowanie" },
        { "", "/desk/set-password?token=none", "Ustaw hasło" },
        { "demo1", "/desk/work", "Kolejka" },
        { "demo1", "/desk/cases", "Sprawy" },
        { "demo1", "/desk/profile", "Moje konto" },
        { "demo1", "/desk/second-factor/set-up", "Włącz drugi składnik" },
        { "demo1", "/desk/no-access", "Brak dostępu" },
        { "demo1", "/desk/nothing-here", "Nie ma takiej strony" },
        { "demo-administrator", "/desk/accounts", "Konta" },
        { "demo-administrator", "/desk/accounts/new", "Nowe konto" },
        { "demo-administrator", "/desk/accounts/demo3", "Demo 3 (pl, en, uk)" },
        { "demo-editor", "/desk/knowledge/fees-permit", "Wiedza" },
        { "demo-editor", "/desk/hours", "Godziny i komunikaty" },
        { "demo-editor", "/desk/texts", "Teksty dla dzwoniących" },
        { "demo-editor", "/desk/texts/queue.place", "queue.place" },
        { "demo-auditor", "/desk/audit", "Dziennik zdarzeń" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_in_either_theme_and_fits_every_width(string account, string path, string heading)
    {
        var host = shared.Host;
        var page = await OpenAsync(host, account);
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, fault) => complaints.Add(fault);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.GotoAsync(new Uri(host.Address, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.HeadingAsync(heading);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.FitsAsync($"{path} at {width}");
                await page.KeepPictureAsync($"{path.Trim('/').Split('?')[0].Replace('/', '-')}-{scheme}-{width}".ToLowerInvariant());
            }

            (await page.BarriersAsync()).ShouldBeEmpty($"{path} in {scheme}");
            (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe(scheme is ColorScheme.Dark ? "rgb(17, 22, 28)" : "rgb(243, 245, 247)");
        }

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ringing_call_has_no_barrier_in_either_theme_and_fits_every_width()
    {
        var telephone = new TestTelephone();
        using var host = new DeskHost().With(services => services.AddSingleton<IConversations>(telephone));
        var me = AccountId.Parse("demo1");
        telephone.Ring(me);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await Window.OpenAsync(chromium, host, "demo1", scheme);
            await page.HeadingAsync("Dzwoni");
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.FitsAsync($"{width}");
                await page.KeepPictureAsync($"ringing-{scheme}-{width}".ToLowerInvariant());
            }

            (await page.BarriersAsync()).ShouldBeEmpty($"{scheme}");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Language_and_theme_are_chosen_by_each_and_kept()
    {
        var host = shared.Host;
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");

        await page.Locator("details.menu summary", new() { HasText = "Demo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Українська" }).ClickAsync();
        await page.HeadingAsync("Черга");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("uk");

        await page.Locator("details.menu summary", new() { HasText = "Demo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Темний" }).ClickAsync();
        await page.HeadingAsync("Черга");
        (await page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe("dark");
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys_of_the_page_and_nothing_else()
    {
        var host = shared.Host;
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.HeadingAsync("Kolejka");

        await page.Keyboard.PressAsync("?");

        var list = await page.Locator(".shortcut-list").InnerTextAsync();
        list.ShouldContain("Gotowość");
        list.ShouldContain("Praca");
        list.ShouldNotContain("Konta");
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#shortcuts").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_pages_to_the_content()
    {
        var host = shared.Host;
        var page = await OpenAsync(host, "");
        await page.GotoAsync(new Uri(host.Address, "/desk/set-password?token=none").AbsoluteUri);

        await page.Keyboard.PressAsync("Tab");

        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    private async Task<IPage> OpenAsync(DeskHost host, string account) => account.Length > 0
        ? await Window.OpenAsync(chromium, host, account)
        : await (await chromium.VisitorAsync(new() { Locale = "pl-PL" })).NewPageAsync();
}
