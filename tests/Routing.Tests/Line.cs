using System.Globalization;
using Infoline.Routing.Store;
using Infoline.Routing.Sweep;
using Infoline.Routing.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Routing.Tests;

/// <summary>A hotline of one test: its queue, its clock, and what the host was asked to do.</summary>
internal sealed class Line : IAsyncDisposable
{
    private static int _lines;
    private readonly ServiceProvider _services;
    private int _calls;

    private Line(ServiceProvider services, FakeTimeProvider time)
    {
        _services = services;
        Time = time;
        Queue = services.GetRequiredService<CallQueue>();
        Consultants = services.GetRequiredService<Consultants>();
        Reservations = services.GetRequiredService<Reservations>();
        Callbacks = services.GetRequiredService<Callbacks>();
        Transfers = services.GetRequiredService<Transfers>();
        Supervision = services.GetRequiredService<Supervision>();
        Help = services.GetRequiredService<HelpRequests>();
        Board = services.GetRequiredService<Board>();
        History = services.GetRequiredService<CallHistory>();
        Notes = services.GetRequiredService<CallNotes>();
        Store = services.GetRequiredService<RoutingStore>();
        Shared = services.GetRequiredService<SharedStore>();
    }

    public FakeTimeProvider Time { get; }
    public CallQueue Queue { get; }
    public Consultants Consultants { get; }
    public Reservations Reservations { get; }
    public Callbacks Callbacks { get; }
    public Transfers Transfers { get; }
    public Supervision Supervision { get; }
    public HelpRequests Help { get; }
    public Board Board { get; }
    public CallHistory History { get; }

    public CallNotes Notes { get; }
    public RoutingStore Store { get; }

    /// <summary>The store as other parts of the host borrow it.</summary>
    public SharedStore Shared { get; }

    /// <summary>A second node of the same hotline, with the same clock.</summary>
    public Line OtherNode() => Open(Store.Options.Connection, Store.Options.Hotline, Time);

    public static async Task<Line> OpenAsync(Stores stores, StoreKind kind, Action<RoutingOptions>? settings = null) =>
        Open(await stores.ConnectionAsync(kind), settings: settings);

    public static Line Open(string connection, string? hotline = null, FakeTimeProvider? time = null, Action<RoutingOptions>? settings = null)
    {
        // A Tuesday, 9:00 in Warsaw.
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddCallRouting(options =>
        {
            options.Connection = connection;
            options.Hotline = hotline ?? string.Create(CultureInfo.InvariantCulture, $"line-{Environment.ProcessId}-{Interlocked.Increment(ref _lines)}");
            settings?.Invoke(options);
        });
        return new Line(services.BuildServiceProvider(), time);
    }

    /// <summary>A consultant at a desk, ready; "pl5 en2" speaks Polish at level 5 and English at level 2.</summary>
    public async Task<ConsultantId> Arrives(string name, string languages, Availability availability = Availability.Available)
    {
        var id = ConsultantId.Parse(name);
        await Consultants.SignInAsync(Profile(name, languages), availability);
        return id;
    }

    public static ConsultantProfile Profile(string name, string languages) => new(
        ConsultantId.Parse(name),
        name,
        [.. languages.Split(' ').Select(spoken => new SpokenLanguage(LanguageCode.Parse(spoken[..2]), spoken[2] - '0'))],
        $"client:{name}");

    public Ticket Ticket(string language = "pl", string? second = null, PriorityBand band = PriorityBand.Normal, string caller = "", string? call = null) => new(
        CallId.Parse(call ?? string.Create(CultureInfo.InvariantCulture, $"CA{Interlocked.Increment(ref _calls)}")),
        Time.GetUtcNow(),
        LanguageCode.Parse(language),
        second is null ? null : LanguageCode.Parse(second),
        band,
        "karta",
        caller);

    /// <summary>A caller in the queue.</summary>
    public async Task<Ticket> Asks(string language = "pl", string? second = null, PriorityBand band = PriorityBand.Normal, string caller = "")
    {
        var ticket = Ticket(language, second, band, caller);
        var joined = (await Queue.JoinAsync(ticket)).ShouldBeOfType<JoinResult.Joined>();
        return joined.Ticket;
    }

    public async Task<ConsultantStatus> StateOf(ConsultantId consultant) => (await Consultants.GetAsync(consultant))!.Status;

    /// <summary>Everything the host was asked to do since the last look.</summary>
    public IReadOnlyList<HostTask> Tasks()
    {
        var tasks = new List<HostTask>();
        while (_services.GetRequiredService<HostTasks>().Reader.TryRead(out var task))
            tasks.Add(task);
        return tasks;
    }

    /// <summary>The one consultant who is to be rung now.</summary>
    public HostTask.Ring Rings() => Tasks().OfType<HostTask.Ring>().ShouldHaveSingleItem();

    public void RingsNobody() => Tasks().OfType<HostTask.Ring>().ShouldBeEmpty();

    /// <summary>Time passes, with everybody alive at their desks and the sweep at work.</summary>
    public async Task Passes(TimeSpan length, params ConsultantId[] alive)
    {
        for (var left = length; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(5))
        {
            Time.Advance(left < TimeSpan.FromSeconds(5) ? left : TimeSpan.FromSeconds(5));
            foreach (var consultant in alive)
                await Consultants.BeatAsync(consultant);
            await Sweeps();
        }
    }

    public async Task Sweeps() => (await TriesToSweep()).ShouldBeTrue();

    /// <summary>One pass of the sweep; false when another node does it.</summary>
    public Task<bool> TriesToSweep() => _services.GetRequiredService<Sweeper>().RunAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
