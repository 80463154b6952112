using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A consultant's softphone in a window.</summary>
internal sealed class ConsultantInWindow : IAsyncDisposable
{
    private readonly IBrowserContext _visitor;

    private ConsultantInWindow(IBrowserContext visitor, IPage page) => (_visitor, Page) = (visitor, page);

    public IPage Page { get; }

    public static async Task<ConsultantInWindow> OpensAsync(Chromium chromium, Uri host, string identity, BrowserNewContextOptions? options = null)
    {
        var visitor = await chromium.VisitorAsync(options);
        await visitor.AddInitScriptAsync(Ears.Script);
        var consultant = new ConsultantInWindow(visitor, await visitor.NewPageAsync());
        await consultant.Page.GotoAsync(new Uri(host, $"/phone/consultant?identity={identity}").AbsoluteUri);
        await consultant.IsAsync("Waiting for calls");
        return consultant;
    }

    public Task IsAsync(string state) => Assertions.Expect(Page.Locator("#state")).ToHaveTextAsync(state);

    public Task PressesAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task SeesAsync(string fact) => Assertions.Expect(Page.Locator("#facts")).ToContainTextAsync(fact);

    public Task ReadsAsync(string words) => Assertions.Expect(Page.Locator("#captions")).ToContainTextAsync(words);

    public ValueTask DisposeAsync() => _visitor.DisposeAsync();
}
