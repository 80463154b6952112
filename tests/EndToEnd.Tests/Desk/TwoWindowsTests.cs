using Infoline.EndToEnd.Tests.Lines;
using Infoline.EndToEnd_Tests.Browser;
using Infoline.Records.Calls;
using Infoline.Records.History;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>What a newcomer does first: call in one window, answer in another.</summary>
public sealed class TwoWindowsTests(Chromium chromium)
{
    [Fact]
    public async Task A_caller_presses_0_and_talks_to_a_consultant_who_holds_hands_on_and_wraps_up()
    {
        using var host = new DeskHost();
        var first = await AtWorkAsync(host, "demo1");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, host.Address);

        await TalkAsync(caller, first);
        await Ears.HearSomethingAsync(first);

        await Assertions.Expect(first.Locator("[data-shortcut=h]")).ToBeVisibleAsync();
        await first.Keyboard.PressAsync("h");
        await caller.HearsAsync("Proszę chwilę poczekać", "pl-PL");
        await Assertions.Expect(first.Locator(".call.is-held")).ToBeVisibleAsync();
        await first.Keyboard.PressAsync("h");
        await Ears.HearSomethingAsync(first);

        var second = await AtWorkAsync(host, "demo2");
        await first.Keyboard.PressAsync("t");
        await first.Locator(".colleagues li", new() { HasText = "Demo 2" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await AnswersAsync(second);
        await Ears.HearSomethingAsync(second);
        await caller.PressesAsync("Escape");

        await caller.IsAsync("Call ended");
        await Assertions.Expect(second.Locator(".call.is-wrapping")).ToBeVisibleAsync();
        await second.Keyboard.PressAsync("f");
        await Assertions.Expect(second.Locator(".call")).ToBeHiddenAsync();
        (await RecordAsync(host)).Outcome.ShouldBe(CallOutcome.Answered);
        await Assertions.Expect(second.Locator("[data-sum=Accepted] dd")).ToHaveTextAsync("1");
        await second.GetByText("Ostatnie rozmowy").ClickAsync();
        await Assertions.Expect(second.Locator(".my-day-calls li")).ToHaveCountAsync(1);
        (await second.BarriersAsync()).ShouldBeEmpty();
        await Pictures.TakeAsync(second, "desk-my-day");
    }

    [Fact]
    public async Task A_consultant_whose_window_is_lost_in_a_conversation_gets_the_caller_back_when_it_is_open_again()
    {
        using var host = new DeskHost();
        var consultant = await AtWorkAsync(host, "demo1");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, host.Address);
        await TalkAsync(caller, consultant);

        await consultant.GotoAsync("about:blank");
        await caller.HearsAsync("Połączenie z konsultantem zostało przerwane", "pl-PL");
        await consultant.GotoAsync(new Uri(host.Address, "/desk/work").AbsoluteUri);

        await AnswersAsync(consultant);
        await Assertions.Expect(consultant.GetByText("Dalszy ciąg rozmowy, która się urwała. Konsultant: Demo 1")).ToBeVisibleAsync();
        await Ears.HearSomethingAsync(consultant);
        await Ears.HearSomethingAsync(caller.Page);
        (await consultant.BarriersAsync()).ShouldBeEmpty();
        await Pictures.TakeAsync(consultant, "desk-goes-on");
    }

    [Fact]
    public async Task A_desk_tells_an_emptied_queue_of_the_conversation_that_goes_on_there()
    {
        await using var redis = await PrivateRedis.StartAsync();
        using var host = new DeskHost().With("Routing:Connection", redis.Connection);
        var consultant = await AtWorkAsync(host, "demo1");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, host.Address);
        await caller.PressesAsync("Enter");
        await caller.IsAsync("Connected");
        await caller.PressesAsync("1");
        await caller.HearsAsync("Ta linia jest dla osób spoza Unii", "pl-PL");
        await caller.PressesAsync("0");
        await AnswersAsync(consultant);
        await Assertions.Expect(consultant.Locator("[data-shortcut=h]")).ToBeVisibleAsync();

        await redis.IsEmptiedAsync();

        await host.Log.FirstAsync("ConversationRestored");
        await Assertions.Expect(consultant.Locator(".state.is-talking")).ToBeVisibleAsync();
        await consultant.Locator(".call.is-talking [data-shortcut=h]").ClickAsync();
        await caller.HearsAsync("Proszę chwilę poczekać", "pl-PL");
        await caller.PressesAsync("Escape");
        await Assertions.Expect(consultant.Locator(".call.is-wrapping")).ToBeVisibleAsync();
    }

    /// <summary>Signs in, waits for the telephone of the window, and is available.</summary>
    private async Task<IPage> AtWorkAsync(DeskHost host, string account)
    {
        var page = await Window.OpenAsync(chromium, host, account, script: Ears.Script);
        await page.GotoAsync(new Uri(host.Address, "/desk/work").AbsoluteUri);
        await Assertions.Expect(page.GetByText("Telefon w tym oknie jest gotowy")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gotowość" })).ToBeVisibleAsync();
        return page;
    }

    /// <summary>A caller asks for a consultant in Polish, is answered, and hears them.</summary>
    private static async Task TalkAsync(PhoneInWindow caller, IPage consultant)
    {
        await caller.PressesAsync("Enter");
        await caller.IsAsync("Connected");
        await caller.PressesAsync("1");
        await caller.HearsAsync("Ta linia jest dla osób spoza Unii", "pl-PL");
        await caller.PressesAsync("0");
        await AnswersAsync(consultant);
        await Ears.HearSomethingAsync(caller.Page);
    }

    private static async Task AnswersAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".call.is-ringing")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".call.is-talking")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Telefon w tym oknie: trwa rozmowa")).ToBeVisibleAsync();
    }

    private static async Task<CallRow> RecordAsync(DeskHost host)
    {
        var history = host.Services.GetRequiredService<CallHistory>();
        var day = new CallFilter(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await often.WaitForNextTickAsync(limit.Token))
        {
            if ((await history.SearchAsync(day, null, 1, limit.Token)).Calls is [var call, ..])
                return call;
        }

        throw new TimeoutException("There is no record of the call.");
    }
}
