using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>A consultant on the line looks something up.</summary>
public sealed class KnowledgeTests(Chromium chromium)
{
    [Fact]
    public async Task A_consultant_finds_by_keys_what_the_caller_hears_in_the_callers_language_and_sends_the_page()
    {
        var telephone = new TestTelephone();
        using var host = new DeskHost().With("Knowledge:Pages:fees-card", "https://example.gov.pl/karta").With(services => services.AddSingleton<IConversations>(telephone));
        var me = AccountId.Parse("demo1");
        telephone.Ring(me);
        await telephone.ActAsync(me, "17", new ConversationAct.Answer(), TestContext.Current.CancellationToken);
        var page = await Window.OpenAsync(chromium, host, "demo1");
        await page.GotoAsync(new Uri(host.Address, "/desk/knowledge").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByText("Trwa rozmowa, język: Ukraiński.").WaitForAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("oplata za karte");
        await Assertions.Expect(page.Locator(".knowledge nav li").First).ToContainTextAsync("Opłaty");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#article-title")).ToHaveTextAsync("Opłata za kartę");
        await Assertions.Expect(page.Locator("#article-title")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("section[lang=uk] p")).ToContainTextAsync("злотих");
        await Assertions.Expect(page.Locator("section[lang=pl] p")).ToContainTextAsync("złotych");
        await Assertions.Expect(page.Locator(".article-facts li").First).ToContainTextAsync("aktualne do");
        (await page.Locator("section[lang=uk] [data-play]").GetAttributeAsync("data-play")).ShouldNotBeNull().ShouldStartWith("/audio/uk/fees.card.");
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("knowledge-call");

        await page.Keyboard.PressAsync("s");
        await page.GetByText("SMS z adresem strony wysłany.").WaitForAsync();
        telephone.Acts.ShouldContain(new ConversationAct.SendPage("fees-card"));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("#article-title")).Not.ToHaveTextAsync("Opłata za kartę");
        await Assertions.Expect(page.GetByText("Wyślij stronę SMS-em")).ToHaveCountAsync(0);
    }
}
