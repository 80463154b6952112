using System.Diagnostics;
using Infoline.EndToEnd_Tests.Browser;
using Infoline.Ivr.Voice.Telephony;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>The supervisor at the board. Each test goes to the same line and leaves it empty.</summary>
public sealed class SupervisorDayTests(Chromium chromium, SupervisedDesk shared) : IClassFixture<SupervisedDesk>, IAsyncLifetime
{
    private static readonly ConsultantId Demo1 = ConsultantId.Parse("demo1");
    private static readonly ConsultantId Demo2 = ConsultantId.Parse("demo2");

    private static readonly ConsultantId Demo4 = ConsultantId.Parse("demo4");
    private static readonly ConsultantId Demo3 = ConsultantId.Parse("demo3");
    private readonly List<CallId> _calls = [];

    public ValueTask InitializeAsync()
    {
        foreach (var id in new[] { Demo1, Demo2, Demo3 })
        {
            shared.Host.Services.GetRequiredService<TelephoneNetwork>().Device($"client:{id}").NeverAnswers();
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var call in _calls)
        {
            await Get<CallQueue>().LeaveAsync(call, LeaveReason.Ended, CancellationToken.None);
        }

        foreach (var one in (await Get<Board>().SnapshotAsync(CancellationToken.None)).Consultants)
        {
            await Get<Routing.Supervision>().ForceAsync(one.Id, Availability.Offline, cancellation: CancellationToken.None);
        }
    }

    [Fact]
    public async Task The_board_follows_a_telephone_call_from_the_queue_to_the_end_of_its_work_within_half_a_second()
    {
        var page = await OpenAsync();
        var before = (await Get<Board>().SnapshotAsync(Cancel)).Today.Connected;
        await page.GetByText("Nikt nie czeka", new() { Exact = true }).WaitForAsync();
        var desk = Get<TelephoneNetwork>().Device($"client:{Demo4}");
        await ArriveAsync(Demo4, "pl", Availability.Pause, "break");
        await StateAsync(page, Demo4, "Przerwa: odpoczynek");

        var caller = Get<TelephoneNetwork>().Dial("+48500100300");
        caller.Presses("10");
        await page.Locator("[data-queue=pl] dd.huge", new() { HasText = "1" }).First.WaitForAsync();
        await page.Locator(".verdict", new() { HasText = "Czeka: 1" }).WaitForAsync();
        await Get<Consultants>().SetStateAsync(Demo4, Availability.Available, cancellation: Cancel);
        var ringing = await desk.Rings();
        await StateAsync(page, Demo4, "Dzwoni rozmowa");
        ringing.Answers();
        await StateAsync(page, Demo4, "Rozmowa");
        await Figure(page, "SpeedOfAnswer").GetByText($"Odebrane: {before + 1}.").WaitForAsync();
        await caller.IsConnectedWith(ringing);
        var watch = Stopwatch.StartNew();
        caller.HangsUp();
        await StateAsync(page, Demo4, "Czynności po rozmowie");
        watch.Stop();

        // Half a second on a machine of its own; here other tests run beside it.
        TestContext.Current.TestOutputHelper?.WriteLine($"The board showed the change after {watch.ElapsedMilliseconds} ms.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_supervisor_ends_a_stuck_wrap_up_takes_a_ringing_call_back_and_forces_a_state_and_all_is_audited()
    {
        var page = await OpenAsync();
        await ArriveAsync(Demo1, "pl");
        var call = await JoinAsync("CA1", "pl");
        await StateAsync(page, Demo1, "Dzwoni rozmowa");

        await Row(page, Demo1).GetByRole(AriaRole.Button, new() { Name = "Cofnij" }).ClickAsync();
        await page.GetByText("Zrobione.").WaitForAsync();
        await StateAsync(page, Demo1, "Gotowość");
        await ArriveAsync(Demo2, "pl");
        await StateAsync(page, Demo2, "Dzwoni rozmowa");
        await Get<Reservations>().AcceptAsync((await Get<Consultants>().GetAsync(Demo2, Cancel))!.Reservation!.Value, Cancel);
        await Get<CallQueue>().LeaveAsync(call, LeaveReason.Ended, cancellation: Cancel);
        await StateAsync(page, Demo2, "Czynności po rozmowie");
        await Row(page, Demo2).GetByRole(AriaRole.Button, new() { Name = "Zakończ" }).ClickAsync();
        await StateAsync(page, Demo2, "Gotowość");
        await Row(page, Demo2).Locator("summary").ClickAsync();
        await Row(page, Demo2).GetByRole(AriaRole.Button, new() { Name = "Poza pracą" }).ClickAsync();
        await Row(page, Demo2).GetByRole(AriaRole.Button, new() { Name = "Na pewno: Poza pracą" }).ClickAsync();
        await Row(page, Demo2).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        (await Get<Consultants>().GetAsync(Demo2, Cancel))!.Status.ShouldBe(ConsultantStatus.Offline);
        using var auditor = await shared.Host.SignedIn("demo-auditor");
        var audit = await auditor.Page("/desk/audit.csv");
        audit.ShouldContain("supervision.take-back,account,demo1");
        audit.ShouldContain("supervision.wrap-up,account,demo2");
        audit.ShouldContain("supervision.state,account,demo2");
    }

    [Fact]
    public async Task A_consultant_who_asks_for_help_is_first_on_the_board_until_the_call_ends_and_the_supervisor_who_takes_it_is_audited()
    {
        var page = await OpenAsync();
        await ArriveAsync(Demo1, "pl");
        var call = await JoinAsync("CA1", "pl", topic: "fees");
        var talk = (await Get<Consultants>().GetAsync(Demo1, Cancel))!.Reservation!.Value;
        await Get<Reservations>().AcceptAsync(talk, Cancel);
        var asks = page.Locator($"[data-help={Demo1}]");

        await Get<HelpRequests>().AskAsync(talk, wanted: true, Cancel);
        await asks.GetByText("polski · Opłaty").WaitForAsync();
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("help-asked");
        await page.Keyboard.PressAsync("o");
        await asks.GetByText("Zajmujesz się tym").WaitForAsync();

        (await Get<Reservations>().GetAsync(talk, Cancel))!.Help!.HelperName.ShouldBe("Demo supervisor");
        await Get<CallQueue>().LeaveAsync(call, LeaveReason.Ended, cancellation: Cancel);
        await asks.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        using var auditor = await shared.Host.SignedIn("demo-auditor");
        (await auditor.Page("/desk/audit.csv")).ShouldContain("supervision.help,account,demo1");
    }

    [Fact]
    public async Task A_supervisor_moves_a_caller_to_the_front_and_gives_another_to_a_consultant()
    {
        var page = await OpenAsync();
        await ArriveAsync(Demo1, "en");
        await ArriveAsync(Demo2, "uk", Availability.Pause, "lunch");
        var first = await JoinAsync("CA1", "uk");
        var second = await JoinAsync("CA2", "uk");
        await Caller(page, second).WaitForAsync();
        await Get<Consultants>().SignOutAsync(Demo2, Cancel);
        await page.GetByText("Czekają, a nikt w pracy nie zna języka: ukraiński").WaitForAsync();
        await Caller(page, second).GetByRole(AriaRole.Button, new() { Name = "Na początek" }).ClickAsync();
        await page.Locator(".caller-row").First.And(Caller(page, second)).WaitForAsync();
        await Caller(page, first).Locator("summary").ClickAsync();
        await Caller(page, first).GetByRole(AriaRole.Button, new() { Name = "Test demo1" }).ClickAsync();

        await StateAsync(page, Demo1, "Dzwoni rozmowa");
        using var auditor = await shared.Host.SignedIn("demo-auditor");
        var audit = await auditor.Page("/desk/audit.csv");
        audit.ShouldContain($"supervision.move-up,call,{second}");
        audit.ShouldContain($"supervision.assign,call,{first}");
    }

    [Fact]
    public async Task A_telephone_network_whose_breaker_is_open_is_seen_on_the_board_until_it_answers_again()
    {
        var page = await OpenAsync();
        var network = page.Locator("[data-health=telephone-network]");
        (await network.GetAttributeAsync("class")).ShouldBe("is-free");
        using (Get<TelephoneNetwork>().Disturb(Traffic.Rest(), Disturbance.Refused(503)))
        {
            // What went well a moment ago counts too, so that it may take more than one.
            while (!Get<TelephonyBreaker>().IsOpen)
                await Get<CallControl>().StatusOfAsync("CA0", Cancel);
            await page.Locator("[data-health=telephone-network].at-alarm", new() { HasText = "nie odpowiada" }).WaitForAsync();
        }

        while (await Get<CallControl>().StatusOfAsync("CA0", Cancel) is null)
        {
            // Each asks for seconds, with pauses between.
        }

        await page.Locator("[data-health=telephone-network].is-free").WaitForAsync();
    }

    [Fact]
    public async Task A_busy_board_has_no_barrier_in_either_theme_and_fits_every_width()
    {
        await BusyAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await Window.OpenAsync(chromium, shared.Host, "demo-supervisor", scheme);
            List<string> complaints = [];
            page.Console += (_, message) =>
            {
                if (message.Type is "error" or "warning")
                    complaints.Add(message.Text);
            };
            page.PageError += (_, fault) => complaints.Add(fault);
            foreach (var path in new[] { "/desk/board", "/desk/wallboard" })
            {
                await page.GotoAsync(new Uri(shared.Host.Address, path).AbsoluteUri);
                await page.Locator(".verdict.at-alarm").WaitForAsync();
                if (path.EndsWith("board", StringComparison.Ordinal) && await page.Locator(".team-row summary").CountAsync() > 0)
                {
                    await page.Locator(".team-row.is-talking summary").First.ClickAsync();
                }

                // 640 pixels are 1280 at a zoom of 200 %.
                foreach (var width in new[] { 390, 640, 1280, 1600 })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.FitsAsync($"{path} at {width}");
                    await page.KeepPictureAsync($"busy-{path.Trim('/').Replace('/', '-')}-{scheme}-{width}".ToLowerInvariant());
                }

                (await page.BarriersAsync()).ShouldBeEmpty($"{path} in {scheme}");
            }

            complaints.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<IPage> OpenAsync()
    {
        var page = await Window.OpenAsync(chromium, shared.Host, "demo-supervisor");
        await page.HeadingAsync("Tablica");
        await page.Locator("[data-queue=pl]").WaitForAsync();
        return page;
    }

    private static ILocator Row(IPage page, ConsultantId id) => page.Locator($"[data-consultant={id}]");

    private static ILocator Caller(IPage page, CallId id) => page.Locator($"[data-call={id}]");

    private static ILocator Figure(IPage page, string key) => page.Locator($"[data-figure={key}]");

    private static Task StateAsync(IPage page, ConsultantId id, string state) => Row(page, id).Locator(".row-state", new() { HasText = state }).WaitForAsync();

    private T Get<T>()
        where T : notnull => shared.Host.Services.GetRequiredService<T>();

    private async Task<CallId> JoinAsync(string call, string language, TimeSpan ago = default, string? topic = null, PriorityBand band = PriorityBand.Normal)
    {
        // A call that is over is not taken for a new one, so every test has names of its own.
        var id = CallId.Parse($"{call}-{Guid.NewGuid():N}");
        _calls.Add(id);
        await Get<CallQueue>().JoinAsync(new Ticket(id, DateTimeOffset.UtcNow - ago, LanguageCode.Parse(language), Topic: topic, Band: band), Cancel);
        return id;
    }

    private Task<ConsultantStatus> ArriveAsync(ConsultantId id, string languages, Availability availability = Availability.Available, string? reason = null) => Get<Consultants>().SignInAsync(
        new ConsultantProfile(id, $"Test {id}", [.. languages.Split(' ').Select(code => new SpokenLanguage(LanguageCode.Parse(code), 5))], $"client:{id}"), availability, reason, Cancel);

    /// <summary>A bad hour: everybody is busy or away, and callers wait too long.</summary>
    private async Task BusyAsync()
    {
        await ArriveAsync(Demo1, "pl en");
        await ArriveAsync(Demo2, "pl uk");
        await ArriveAsync(Demo3, "pl en uk");
        await ArriveAsync(Demo4, "pl", Availability.Pause, "lunch");
        await ArriveAsync(ConsultantId.Parse("demo5"), "pl", Availability.Offline);
        foreach (var (number, language) in new[] { (1, "pl"), (2, "uk"), (3, "en") })
        {
            await JoinAsync($"CB{number}", language, TimeSpan.FromSeconds(number * 11));
        }

        foreach (var one in (await Get<Board>().SnapshotAsync(Cancel)).Consultants.Where(one => one.Reservation is not null).Take(2).ToList())
        {
            await Get<Reservations>().AcceptAsync(one.Reservation!.Value, Cancel);
        }

        await Get<CallQueue>().LeaveAsync(_calls[0], LeaveReason.Ended, cancellation: Cancel);
        await JoinAsync("CA4", "uk", TimeSpan.FromSeconds(215), "documents", PriorityBand.Priority);
        await JoinAsync("CA5", "uk", TimeSpan.FromSeconds(95), "card");
        await JoinAsync("CA6", "pl", TimeSpan.FromSeconds(20), "fees");
    }
}

/// <summary>One host for the tests of supervisors, whose consultants have no windows and so give no sign of life.</summary>
public sealed class SupervisedDesk : IDisposable
{
    public SupervisedDesk() => _ = Host.Address;

    public DeskHost Host { get; } = new DeskHost().With("Routing:PresenceLease", "01:00:00").With("Routing:SilentAfter", "01:00:00").With("Twilio:AccountSid", $"AC{new string('0', 32)}");

    public void Dispose() => Host.Dispose();
}
