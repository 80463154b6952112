using Infoline.EndToEnd_Tests.Browser;
using Infoline.PhoneNetwork;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>The editor changes a text, and callers on the telephone network hear it.</summary>
public sealed class WordingDayTests(Chromium chromium)
{
    private const string Prompt = "welcome.who";
    private const string Polish = "Ta linia jest teraz dla osób spoza Unii Europejskiej.";
    private const string English = "This line is for people from outside the European Union.";
    private const string Ukrainian = "Ця лінія для громадян країн, що не входять до Європейського Союзу.";

    [Fact]
    public async Task An_editor_changes_a_text_publishes_and_takes_it_back_and_callers_hear_each_at_once()
    {
        using var host = new DeskHost();
        var page = await Window.OpenAsync(chromium, host, "demo-editor");
        await page.GotoAsync(new Uri(host.Address, "/desk/texts").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.HeadingAsync("Teksty dla dzwoniących");
        await HearsAsync(host, English, isChanged: false);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("etap wlasnej sprawy status");
        await Assertions.Expect(page.Locator(".prompt-list")).ToContainTextAsync("Tekstów: 0");
        await page.Locator("input[type=search]").FillAsync(Prompt);
        await page.Keyboard.PressAsync("Enter");
        await page.HeadingAsync(Prompt);
        await Assertions.Expect(page.GetByText("Bez uwag")).ToBeVisibleAsync();
        (await page.Locator(".take audio").First.GetAttributeAsync("src")).ShouldNotBeNull().ShouldStartWith($"/audio/pl/{Prompt}.");

        await page.Locator("#text-pl").FillAsync(Polish);
        await page.Locator("#text-en").FillAsync(English);
        await page.Locator("#text-uk").FillAsync("");
        await Assertions.Expect(page.Locator("#text-uk-faults")).ToContainTextAsync("Brakuje tekstu w tym języku.");
        await Assertions.Expect(page.Locator(".difference ins").First).ToContainTextAsync("teraz");
        await page.Keyboard.PressAsync("Alt+s");
        await page.GetByText("Szkic zapisany.").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("texts-unfinished");
        await page.Keyboard.PressAsync("Alt+p");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Opublikuj: 0" })).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = $"Otwórz ({Prompt})" }).ClickAsync();
        await page.Locator("#text-uk").FillAsync(Ukrainian);
        await page.Keyboard.PressAsync("Alt+s");
        await page.GetByText("Szkic jest gotowy do publikacji.").WaitForAsync();
        await HearsAsync(host, English, isChanged: false);
        await page.Keyboard.PressAsync("Alt+p");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opublikuj: 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByText("Proszę wpisać, dlaczego").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("texts-to-publish");
        await page.Locator("#note").FillAsync("Krócej i jaśniej.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opublikuj: 1" }).ClickAsync();

        await page.GetByText("Opublikowano wersję 1.").WaitForAsync();
        await HearsAsync(host, English, isChanged: true);
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("texts-published");

        await page.GetByRole(AriaRole.Button, new() { Name = "Przywróć wersję początkową" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Na pewno" }).ClickAsync();
        await page.GetByText("Opublikowano wersję 2.").WaitForAsync();
        await HearsAsync(host, English, isChanged: false);
        using var auditor = await host.SignedIn("demo-auditor");
        var audit = await auditor.Page("/desk/audit.csv");
        audit.ShouldContain($"wording.drafted,prompt,{Prompt}");
        audit.ShouldContain("wording.published,wording,1");
        audit.ShouldContain("wording.restored,wording,2");
    }

    /// <summary>Somebody calls, chooses English, and hears the new words by the network's voice, or the recording of the old ones.</summary>
    private static async Task HearsAsync(DeskHost host, string words, bool isChanged)
    {
        var caller = host.Services.GetRequiredService<TelephoneNetwork>().Dial("+48500100400");
        await caller.Hears("greeting.choose");
        caller.Presses('2');
        var heard = await caller.Hears(sound => sound is Played { Name: Prompt } || (sound is Said said && string.Equals(said.Text, words, StringComparison.Ordinal)), Prompt);
        if (isChanged)
            heard.ShouldBeOfType<Said>().Language.ShouldBe("en-GB");
        else
            heard.ShouldBeOfType<Played>();
        caller.HangsUp();
    }
}
