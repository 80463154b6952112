using Infoline.Desk.Work;
using Infoline.EndToEnd_Tests;
using Infoline.Ivr.Voice.Telephony;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using Infoline.Routing.Tasks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
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
    private const string AuthToken = "0123456789abcdef0123456789abcdef";
    private readonly Host _host;

    private Line(Host host, TelephoneNetwork network, Uri address)
    {
        _host = host;
        Network = network;
        Address = address;
    }

    public TelephoneNetwork Network { get; }

    public Uri Address { get; }

    public LogLines Log => _host.Log;

    public static Task<Line> OpensAsync(RecordedContent? content = null) => OpensAsync(new LineSetup { Content = content });

    public static async Task<Line> OpensAsync(LineSetup setup)
    {
        var clock = new VirtualClock(setup.Start) { Patience = TimeSpan.FromMinutes(1) };
        var host = new Host(clock, setup);
        host.StartServer();
        var address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var options = new PhoneNetworkOptions
        {
            AuthToken = setup.NetworkToken ?? AuthToken,
            VoiceUrl = () => new Uri(address, "/voice/incoming"),
            FallbackUrl = () => new Uri(address, "/voice/fallback"),
            StatusCallback = () => new Uri(address, "/voice/status"),
        };
        setup.Wire?.Connect(clock);
        var network = new TelephoneNetwork(options, clock, setup.Wire);
        host.Rest = await network.ServeAsync();
        // Time stands still while the host still has something to do on the telephone that no webhook waits for.
        var (tasks, work) = (host.Services.GetRequiredService<HostTaskQueue>(), host.Services.GetRequiredService<OutboundWork>());
        clock.AddProbe(() => tasks.Waiting == 0 && work.InHand == 0);
        return new Line(host, network, address);
    }

    /// <summary>The consultants' side of the queue, as a desk uses it.</summary>
    public Consultants Consultants => _host.Services.GetRequiredService<Consultants>();

    /// <summary>What the queue knows of reservations.</summary>
    public Reservations Reservations => _host.Services.GetRequiredService<Reservations>();

    /// <summary>Callers who are called back.</summary>
    public Callbacks Callbacks => _host.Services.GetRequiredService<Callbacks>();

    /// <summary>What a supervisor sees.</summary>
    public Board Board => _host.Services.GetRequiredService<Board>();

    /// <summary>The telephone side of the desks.</summary>
    public IConversations Conversations => _host.Services.GetRequiredService<IConversations>();

    /// <summary>The records of finished calls.</summary>
    public Records.History.CallHistory Records => _host.Services.GetRequiredService<Records.History.CallHistory>();

    /// <summary>A part of the host.</summary>
    public T Part<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Handset Dials(string from = "+48600100200") => Network.Dial(from);

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
        _host.RemoveData();
        (Network.Clock as VirtualClock)?.Dispose();
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly VirtualClock _clock;
        private readonly LineSetup _setup;

        public Host(VirtualClock clock, LineSetup setup)
        {
            (_clock, _setup, Log) = (clock, setup, new LogLines(setup.Logs));
            UseKestrel(0);
        }

        public LogLines Log { get; }

        /// <summary>Where the network's REST resources are.</summary>
        public Uri? Rest { get; set; }

        private string Data { get; } = Directory.CreateTempSubdirectory("infoline-line-").FullName;

        public void RemoveData() => Directory.Delete(Data, recursive: true);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var (setting, value) in OwnData.SettingsIn(OwnData.NewFolder()))
                builder.UseSetting(setting, value);
            builder.UseSetting("Twilio:AuthToken", AuthToken);
            builder.UseSetting("Twilio:AccountSid", "AC00000000000000000000000000000000");
            builder.UseSetting("Hotline:RecordingsFolder", _setup.Content?.Folder ?? RecordedContent.Office);
            builder.UseSetting("Hotline:Number", new PhoneNetworkOptions().Number);
            builder.UseSetting("Hotline:PrivacyKey", "only-for-tests-only-for-tests-only");
            // Desks of tests do not beat: who signs in stays.
            builder.UseSetting("Routing:PresenceLease", "12:00:00");
            builder.UseSetting("Routing:DataFolder", Path.Combine(Data, "queue"));
            // How long an answer takes is physical time, which tests have no use for.
            builder.UseSetting("Cases:AnswerMilliseconds", "0");
            foreach (var (setting, value) in _setup.Settings)
                builder.UseSetting(setting, value);
            builder.ConfigureLogging(logging =>
            {
                logging.ClearProviders().AddProvider(Log);
                if (_setup.Logs < LogLevel.Information)
                    logging.AddFilter<LogLines>(category: null, _setup.Logs);
            });
            builder.ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(_clock)
                .AddSingleton(new NetworkEndpoint(() => Rest!)));
        }
    }
}
