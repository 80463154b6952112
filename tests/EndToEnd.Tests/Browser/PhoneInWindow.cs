using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A phone in a window, used as a caller uses it: by eyes, ears and keys.</summary>
internal sealed class PhoneInWindow : IAsyncDisposable
{
    /// <summary>Measures what goes to the loudspeaker, beside the page: how loud it is, and its strongest frequency, ten times a second.</summary>
    private const string Ears = """
        globalThis.ears = { contexts: 0, heard: [] };
        const connect = AudioNode.prototype.connect;
        AudioNode.prototype.connect = function (target, ...rest) {
          if (target instanceof AudioDestinationNode && !(this.context.ears)) {
            const context = this.context;
            context.ears = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
            connect.call(context.ears, context.destination);
            ears.contexts++;
            const levels = new Float32Array(context.ears.fftSize), tones = new Float32Array(context.ears.frequencyBinCount);
            setInterval(() => {
              context.ears.getFloatTimeDomainData(levels);
              context.ears.getFloatFrequencyData(tones);
              const level = Math.sqrt(levels.reduce((sum, x) => sum + x * x, 0) / levels.length);
              const bin = tones.indexOf(Math.max(...tones));
              ears.heard.push({ at: context.currentTime, level, hertz: level < 0.01 ? 0 : bin * context.sampleRate / context.ears.fftSize });
            }, 100);
          }
          return target instanceof AudioDestinationNode ? connect.call(this, this.context.ears, ...rest) : connect.call(this, target, ...rest);
        };
        """;

    private readonly IBrowserContext _visitor;

    private PhoneInWindow(IBrowserContext visitor, IPage page) => (_visitor, Page) = (visitor, page);

    public IPage Page { get; }

    /// <summary>What the page complained about; nothing, in a good page.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<PhoneInWindow> OpensAsync(Chromium chromium, DevelopmentHost host, BrowserNewContextOptions? options = null)
    {
        var visitor = await chromium.VisitorAsync(options);
        await visitor.AddInitScriptAsync(Ears);
        var phone = new PhoneInWindow(visitor, await visitor.NewPageAsync());
        phone.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                phone.Complaints.Add(message.Text);
        };
        phone.Page.PageError += (_, error) => phone.Complaints.Add(error);
        await phone.Page.GotoAsync(new Uri(host.Address, "/phone").AbsoluteUri);
        await phone.IsAsync("Ready");
        return phone;
    }

    public Task IsAsync(string state) => Assertions.Expect(Page.Locator("#state")).ToHaveTextAsync(state, new() { Timeout = 20_000 });

    public Task PressesAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Waits until the words are being heard, in their language.</summary>
    public async Task HearsAsync(string words, string language)
    {
        var sound = Page.Locator("#captions p.now .sound.now", new() { HasText = words });
        await Assertions.Expect(sound).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(Page.Locator("#captions p.now")).ToHaveAttributeAsync("lang", language);
    }

    public async Task<string> NumberAsync() => await Page.InputValueAsync("#from");

    /// <summary>The strongest frequencies that came out of the loudspeaker so far, in hertz, each once for as long as it lasted; 0 is silence.</summary>
    public async Task<IReadOnlyList<(double Seconds, double Hertz, double Level)>> EarsAsync()
    {
        var heard = await Page.EvaluateAsync<JsonElement>("() => ears.heard");
        return [.. heard.EnumerateArray().Select(h => (h.GetProperty("at").GetDouble(), h.GetProperty("hertz").GetDouble(), h.GetProperty("level").GetDouble()))];
    }

    public Task UntilAsync(string condition, object? argument = null) => Page.WaitForFunctionAsync(condition, argument);

    /// <summary>Keeps a picture with the test's results.</summary>
    public async Task PictureAsync(string name, bool whole = false) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "phone", string.Create(CultureInfo.InvariantCulture, $"{name}.png")),
        FullPage = whole,
    });

    public async ValueTask DisposeAsync() => await _visitor.DisposeAsync();
}
