using Infoline.EndToEnd_Tests.Browser;
using Infoline.PhoneNetwork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>The editor changes what callers hear, and callers on the telephone network hear it.</summary>
public sealed class EditorDayTests(Chromium chromium)
{
    private const string Polish = "Dziś urząd jest nieczynny z powodu awarii.";
    private const string English = "The office is closed today because of a failure.";
    private const string Ukrainian = "Сьогодні управління зачинене через аварію.";

    [Fact]
    public async Task An_editor_tries_publishes_and_takes_back_an_announcement_and_a_closure_and_callers_hear_each_at_once()
    {
        using var host = new DeskHost().With("Hotline:AlwaysOpen", "false");
        var page = await OpenAsync(host);
        await FirstThingHeardAsync(host, "welcome.who");

        await page.GetByRole(AriaRole.Button, new() { Name = "Dodaj komunikat" }).ClickAsync();
        await page.Locator("#announcement-0-pl").FillAsync(Polish);
        await page.Locator("#announcement-0-en").FillAsync(English);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dodaj dzień" }).ClickAsync();
        await page.Locator("#exception-0").FillAsync(await page.EvaluateAsync<string>("new Date().toLocaleDateString('sv', { timeZone: 'Europe/Warsaw' })"));
        await PublishAsync(page);

        await page.GetByRole(AriaRole.Alert).GetByText("Brakuje tekstu w jednym z języków.").WaitForAsync();
        await Assertions.Expect(page.Locator("#announcement-0-uk")).ToHaveAttributeAsync("aria-invalid", "true");
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("hours-unfinished");

        await page.Locator("#announcement-0-uk").FillAsync(Ukrainian);
        await page.Locator("#hear-language").SelectOptionAsync("Ukrainian");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sprawdź" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-heard='Hear.Welcome'] li").First).ToContainTextAsync(Ukrainian);
        await Assertions.Expect(page.Locator("[data-heard='Hear.Consultant'] li").First).ToContainTextAsync("Сьогодні консультанти, як виняток, не працюють.");
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("hours-heard");
        await FirstThingHeardAsync(host, "welcome.who");

        await PublishAsync(page);
        await page.GetByText("Opublikowano wersję 1.").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("hours-published");
        var caller = await FirstThingHeardAsync(host, "announcement", English, key: '2', stays: true);
        caller.Presses('0');
        await caller.Hears("closed.closure.1");
        caller.HangsUp();

        await page.GetByRole(AriaRole.Button, new() { Name = "Przywróć wersję początkową" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Na pewno" }).ClickAsync();
        await page.GetByText("Opublikowano wersję 2.").WaitForAsync();
        await FirstThingHeardAsync(host, "welcome.who");
        using var auditor = await host.SignedIn("demo-auditor");
        var audit = await auditor.Page("/desk/audit.csv");
        audit.ShouldContain("hours.published,hours,1");
        audit.ShouldContain("hours.restored,hours,2");
    }

    private async Task<IPage> OpenAsync(DeskHost host)
    {
        var page = await Window.OpenAsync(chromium, host, "demo-editor");
        await page.GotoAsync(new Uri(host.Address, "/desk/hours").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.HeadingAsync("Godziny i komunikaty");
        return page;
    }

    private static Task PublishAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Opublikuj" }).ClickAsync();

    /// <summary>Somebody calls, chooses a language, and hears this before anything else: a recording, or the words where no voice is at hand.</summary>
    private static async Task<Handset> FirstThingHeardAsync(DeskHost host, string recording, string? words = null, char key = '1', bool stays = false)
    {
        var caller = host.Services.GetRequiredService<TelephoneNetwork>().Dial("+48500100400");
        await caller.Hears("greeting.choose");
        caller.Presses(key);
        var heard = await caller.Hears(sound => sound is not Played { Name: "greeting.choose" }, recording);
        if (!(heard is Played played && played.Name == recording) && !(heard is Said said && said.Text == words))
            throw new ShouldAssertException($"Expected {recording} first, but {heard}.");
        if (!stays)
            caller.HangsUp();
        return caller;
    }
}
