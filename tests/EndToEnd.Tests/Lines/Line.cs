using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using Infoline.Simulation;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>How a line of a test is set up.</summary>
public sealed record LineSetup
{
    /// <summary>The folder of what callers hear; null for the office's own.</summary>
    public RecordedContent? Content { get; init; }

    /// <summary>Carries the network's requests; for faults on the way.</summary>
    public Wire? Wire { get; init; }

    /// <summary>When the calls begin: by default a Monday, 10:00 in Warsaw.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Settings of the host beside those of every test.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The least of what the host writes to its log.</summary>
    public LogLevel Logs { get; init; } = LogLevel.Information;

    /// <summary>The secret with which the network signs; null for the one that the host knows.</summary>
    public string? NetworkToken { get; init; }
}

/// <summary>The hotline as a caller meets it: the host on a real socket, and a telephone network that calls it, on one virtual clock.</summary>
public sealed class Line : IAsyncDisposable
{
    /// <summary>The number from which callers of tests call, unless they have one of their own.</summary>
    public const string Caller = "+48600100200";

    private readonly Node _host;
    private readonly string _data;

    private Line(Node host, TelephoneNetwork network, LogLines log, string data) => (_host, Network, Log, _data) = (host, network, log, data);

    public TelephoneNetwork Network { get; }

    public Uri Address => _host.Address;

    public LogLines Log { get; }

    public static Task<Line> OpensAsync(RecordedContent? content = null) => OpensAsync(new LineSetup { Content = content });

    public static async Task<Line> OpensAsync(LineSetup setup)
    {
        var clock = new VirtualClock(setup.Start) { Patience = TimeSpan.FromMinutes(1) };
        var (log, data) = (new LogLines(setup.Logs), Directory.CreateTempSubdirectory("infoline-line-").FullName);
        Uri? rest = null;
        var host = Node.Start(clock, log, Settings(setup, data), () => rest!, setup.Logs);
        var options = new PhoneNetworkOptions
        {
            AuthToken = setup.NetworkToken ?? Node.AuthToken,
            VoiceUrl = () => new Uri(host.Address, "/voice/incoming"),
            FallbackUrl = () => new Uri(host.Address, "/voice/fallback"),
            StatusCallback = () => new Uri(host.Address, "/voice/status"),
        };
        setup.Wire?.Connect(clock);
        var network = new TelephoneNetwork(options, clock, setup.Wire);
        rest = await network.ServeAsync();
        clock.AddProbe(new Standstill(() => host.IsBusy).IsReached);
        return new Line(host, network, log, data);
    }

    /// <summary>The consultants' side of the queue, as a desk uses it.</summary>
    public Consultants Consultants => _host.Part<Consultants>();

    /// <summary>What the queue knows of reservations.</summary>
    public Reservations Reservations => _host.Part<Reservations>();

    /// <summary>Callers who are called back.</summary>
    public Callbacks Callbacks => _host.Part<Callbacks>();

    /// <summary>What a supervisor sees.</summary>
    public Board Board => _host.Part<Board>();

    /// <summary>The telephone side of the desks.</summary>
    public IConversations Conversations => _host.Part<IConversations>();

    /// <summary>The records of finished calls.</summary>
    public Records.History.CallHistory Records => _host.Part<Records.History.CallHistory>();

    /// <summary>A part of the host.</summary>
    public T Part<T>()
        where T : notnull => _host.Part<T>();

    public Handset Dials(string from = Caller) => Network.Dial(from);

    /// <summary>Lets the last requests about ended calls be answered, and gives what the host logged of the calls' ends.</summary>
    public async Task<IReadOnlyList<string>> EndsLogged(int calls)
    {
        for (var i = 0; i < 100 && Log.Named("CallEnded").Count < calls; i++)
        {
            await Network.Passes(TimeSpan.FromMilliseconds(100));
        }

        return Log.Named("CallEnded");
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        (Network.Clock as VirtualClock)?.Dispose();
    }

    private static Dictionary<string, string> Settings(LineSetup setup, string data)
    {
        var settings = new Dictionary<string, string>(OwnData.SettingsIn(OwnData.NewFolder()), StringComparer.Ordinal)
        {
            ["Hotline:RecordingsFolder"] = setup.Content?.Folder ?? RecordedContent.Office,
            // Desks of tests do not beat: who signs in stays.
            ["Routing:PresenceLease"] = "12:00:00",
            ["Routing:DataFolder"] = Path.Combine(data, "queue"),
        };
        foreach (var (setting, value) in setup.Settings)
            settings[setting] = value;
        return settings;
    }
}
