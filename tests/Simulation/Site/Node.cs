using Infoline.Ivr.Voice.Telephony;
using Infoline.PhoneNetwork;
using Infoline.Routing.Tasks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Simulation;

/// <summary>A host of the hotline, on a real socket and on a virtual clock, which can be cut off from everything at once.</summary>
internal sealed class Node : WebApplicationFactory<Program>
{
    /// <summary>The secret that host and network share.</summary>
    public const string AuthToken = "0123456789abcdef0123456789abcdef";

    // Nobody listens there ("discard").
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);
    private static readonly string Home = FindHome();
    private readonly VirtualClock _clock;
    private readonly ILoggerProvider _log;
    private readonly LogLevel _least;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Func<Uri> _rest;
    private volatile bool _isDead;

    private Node(VirtualClock clock, ILoggerProvider log, IReadOnlyDictionary<string, string> settings, Func<Uri> rest, LogLevel least)
    {
        (_clock, _log, _settings, _rest, _least) = (clock, log, settings, rest, least);
        UseKestrel(0);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = Nowhere;

    /// <summary>Whether it was cut off.</summary>
    public bool IsDead => _isDead;

    /// <summary>Whether it has begun something on the telephone that no webhook waits for.</summary>
    public bool IsBusy => !IsDead && Part<HostTaskQueue>().Waiting + Part<OutboundWork>().InHand > 0;

    /// <param name="clock">Its time.</param>
    /// <param name="log">Gets what it writes to its log.</param>
    /// <param name="settings">Beside those that every run has.</param>
    /// <param name="rest">Where the network's REST resources are.</param>
    /// <param name="least">The least of what it writes; below information only where it is asked for.</param>
    public static Node Start(VirtualClock clock, ILoggerProvider log, IReadOnlyDictionary<string, string> settings, Func<Uri> rest, LogLevel least = LogLevel.Information)
    {
        var node = new Node(clock, log, settings, rest, least);
        node.StartServer();
        node.Address = new Uri(node.Part<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return node;
    }

    /// <summary>A part of the host.</summary>
    public T Part<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>From now on nothing that it says is heard.</summary>
    public void Die() => _isDead = true;

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "src", "Ivr.Api")))
                return Path.Combine(folder.FullName, "src", "Ivr.Api");
        }

        throw new DirectoryNotFoundException("There is no folder src/Ivr.Api above this program; run it from the repository.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Home);
        builder.UseSetting("Twilio:AuthToken", AuthToken);
        builder.UseSetting("Twilio:AccountSid", new PhoneNetworkOptions().AccountSid);
        builder.UseSetting("Hotline:Number", new PhoneNetworkOptions().Number);
        builder.UseSetting("Hotline:PrivacyKey", "only-for-tests-only-for-tests-only");
        // A proxy is declared that never calls, because production serves no plain HTTP without one.
        builder.UseSetting("Hotline:KnownProxies:9", "192.0.2.99");
        // How long an answer takes is physical time, which nobody here has a use for.
        builder.UseSetting("Cases:AnswerMilliseconds", "0");
        foreach (var (setting, value) in _settings)
            builder.UseSetting(setting, value);
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders().AddProvider(_log);
            // A rule for this provider counts before the host's own, which are for all providers.
            if (_least < LogLevel.Information)
                logging.Services.Configure<LoggerFilterOptions>(filter => filter.Rules.Add(new LoggerFilterRule(_log.GetType().FullName, categoryName: null, _least, filter: null)));
        });
        builder.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(new NetworkEndpoint(() => _isDead ? Nowhere : _rest()))
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop));
    }
}
