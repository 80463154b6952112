using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A phone in a window, used as a caller uses it: by eyes, ears and keys.</summary>
internal sealed class PhoneInWindow : IAsyncDisposable
{
    private readonly IBrowserContext _visitor;

    private PhoneInWindow(IBrowserContext visitor, IPage page) => (_visitor, Page) = (visitor, page);

    public IPage Page { get; }

    /// <summary>What the page complained about; nothing, in a good page.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<PhoneInWindow> OpensAsync(Chromium chromium, Uri host, BrowserNewContextOptions? options = null, string? script = null)
    {
        var visitor = await chromium.VisitorAsync(options);
        await visitor.AddInitScriptAsync(Ears.Script);
        if (script is not null)
            await visitor.AddInitScriptAsync(script);
        var phone = new PhoneInWindow(visitor, await visitor.NewPageAsync());
        phone.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                phone.Complaints.Add(message.Text);
        };
        phone.Page.PageError += (_, error) => phone.Complaints.Add(error);
        await phone.Page.GotoAsync(new Uri(host, "/phone").AbsoluteUri);
        await phone.IsAsync("Ready");
        return phone;
    }

    public Task IsAsync(string state) => Assertions.Expect(Page.Locator("#state")).ToHaveTextAsync(state);

    public Task PressesAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Waits until the words are being heard, in their language.</summary>
    public async Task HearsAsync(string words, string language)
    {
        var sound = Page.Locator("#captions p.now .sound.now", new() { HasText = words });
        await Assertions.Expect(sound).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#captions p.now")).ToHaveAttributeAsync("lang", language);
    }

    public async Task<string> NumberAsync() => await Page.InputValueAsync("#from");

    /// <summary>What came out of the loudspeaker so far: when, its strongest frequency in hertz (0 is silence), and how loud it was.</summary>
    public Task<IReadOnlyList<(double Seconds, double Hertz, double Level)>> EarsAsync() => Ears.OfAsync(Page);

    public Task UntilAsync(string condition, object? argument = null) => Page.WaitForFunctionAsync(condition, argument);

    public async ValueTask DisposeAsync() => await _visitor.DisposeAsync();
}
