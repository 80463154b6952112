using Infoline.Prompts;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>The phone in the browser, on the host that a newcomer starts.</summary>
public sealed class PhoneTests(Chromium chromium, PhoneTests.Line line) : IClassFixture<PhoneTests.Line>
{
    private static readonly (Language Language, double Hertz)[] Greetings = [(Language.Polish, 440), (Language.English, 880), (Language.Ukrainian, 1320)];

    [Fact]
    public async Task A_call_is_made_by_keyboard_alone()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await phone.PressesAsync("Enter");
        await phone.IsAsync("Connected");
        await phone.HearsAsync(line.Words(Language.Polish, "greeting.choose"), "pl-PL");
        await phone.HearsAsync(line.Words(Language.English, "greeting.choose"), "en-GB");
        await phone.HearsAsync(line.Words(Language.Ukrainian, "greeting.choose"), "uk-UA");
        await phone.PressesAsync("2");
        await phone.HearsAsync(line.Words(Language.English, "welcome.who"), "en-GB");
        await phone.PressesAsync("8");
        await phone.HearsAsync(line.Words(Language.English, "privacy.notice"), "en-GB");
        await phone.PressesAsync("#");
        await phone.PressesAsync("Escape");

        await phone.IsAsync("Call ended");
        (await phone.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("call");
        phone.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recordings_are_heard_in_their_order_and_stop_at_a_key()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);
        (await phone.Page.EvaluateAsync<int>("() => ears.contexts")).ShouldBe(0, "nothing may sound before the visitor asked for it");

        await phone.PressesAsync("Enter");
        foreach (var (_, hertz) in Greetings)
            await phone.UntilAsync("hertz => ears.heard.some(h => Math.abs(h.hertz - hertz) < 15)", hertz);
        await phone.PressesAsync("1");
        await phone.UntilAsync("() => ears.heard.slice(-3).every(h => h.level < 0.001)");

        var heard = await phone.EarsAsync();
        var tones = heard.Where(h => h.Level > 0.1).Select(h => Greetings.FirstOrDefault(g => Math.Abs(g.Hertz - h.Hertz) < 15).Hertz).ToList();
        var order = tones.Where(hertz => hertz > 0).Aggregate(new List<double>(), (list, hertz) => list is [.., var last] && last == hertz ? list : [.. list, hertz]);
        order.ShouldBe(Greetings.Select(g => g.Hertz));
        heard[^1].Seconds.ShouldBeGreaterThan(3, "two whole greetings and part of a third");
    }

    [Fact]
    public async Task The_level_shows_what_is_heard()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await phone.PressesAsync("Enter");

        await phone.UntilAsync("() => parseFloat(document.getElementById('level').style.getPropertyValue('--level')) > 0.3");
        await phone.PressesAsync("Escape");
        await phone.UntilAsync("() => parseFloat(document.getElementById('level').style.getPropertyValue('--level')) < 0.01");
    }

    [Fact]
    public async Task Each_step_of_the_network_can_be_read()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await phone.PressesAsync("Enter");
        await phone.HearsAsync(line.Words(Language.Polish, "greeting.choose"), "pl-PL");
        await phone.Page.ClickAsync("#steps > summary");
        await phone.Page.ClickAsync("#steps .Document summary");

        var steps = phone.Page.Locator("#steps-list");
        await Assertions.Expect(steps.Locator(".Webhook").First).ToContainTextAsync("POST /voice/incoming [CallStatus=ringing] 200");
        await Assertions.Expect(steps.Locator(".Document pre").First).ToContainTextAsync("<Gather");
        await Assertions.Expect(steps.Locator(".Verb").First).ToContainTextAsync("Gather");
        await Assertions.Expect(steps.Locator(".Heard").First).ToContainTextAsync("hears greeting.choose");
    }

    [Fact]
    public async Task Two_windows_call_at_once_each_from_a_number_of_its_own()
    {
        await using var first = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);
        await using var second = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await first.PressesAsync("Enter");
        await second.PressesAsync("Enter");
        await first.IsAsync("Connected");
        await second.IsAsync("Connected");
        await first.PressesAsync("2");
        await second.PressesAsync("3");

        await first.HearsAsync(line.Words(Language.English, "welcome.who"), "en-GB");
        await second.HearsAsync(line.Words(Language.Ukrainian, "welcome.who"), "uk-UA");
        (await first.NumberAsync()).ShouldNotBe(await second.NumberAsync());
        await first.PressesAsync("Escape");
        await first.IsAsync("Call ended");
        await second.IsAsync("Connected");
    }

    [Fact]
    public async Task A_call_ends_when_its_window_is_closed()
    {
        string number;
        await using (var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address))
        {
            number = await phone.NumberAsync();
            await phone.PressesAsync("Enter");
            await phone.IsAsync("Connected");
        }

        var call = line.Host.Network.Calls.Single(call => call.From == number);
        SpinWait.SpinUntil(() => call.Status == "completed", TimeSpan.FromSeconds(10)).ShouldBeTrue(call.Transcript.ToString());
    }

    [Theory]
    [InlineData("12345", "The number to call from is not one in international form; write for example +48600000001, or withhold it.")]
    [InlineData("", "The number to call from is not one in international form; write for example +48600000001, or withhold it.")]
    public async Task A_number_that_is_none_is_refused_with_the_reason(string number, string reason)
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await phone.Page.FillAsync("#from", number);
        await phone.PressesAsync("Enter");

        await Assertions.Expect(phone.Page.Locator("#alert")).ToHaveTextAsync(reason);
        await phone.IsAsync("Ready");
    }

    [Fact]
    public async Task A_withheld_number_arrives_as_the_network_sends_it()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);

        await phone.Page.CheckAsync("#withheld");
        await phone.Page.ClickAsync("#call");
        await phone.IsAsync("Connected");

        line.Host.Network.Calls.ShouldContain(call => call.From == "+266696687");
    }

    /// <summary>A host whose greetings are tones, and everything else is text.</summary>
    public sealed class Line : IDisposable
    {
        private readonly Recordings _recordings = Recordings.OfTexts();
        private readonly PromptLibrary _prompts;

        public Line()
        {
            foreach (var (language, hertz) in Greetings)
                _recordings.Tone("greeting.choose", language, hertz, seconds: 1.5);
            _prompts = PromptLibrary.Load(_recordings.Folder);
            Host = new DevelopmentHost().With("Hotline:RecordingsFolder", _recordings.Folder);
        }

        public DevelopmentHost Host { get; }

        public string Words(Language language, string prompt) => _prompts.Caption(language, PromptKey.Of(prompt));

        public void Dispose()
        {
            Host.Dispose();
            _recordings.Dispose();
        }
    }
}
