using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Infoline.PhoneNetwork;
using Infoline.Routing;

namespace Infoline.Simulation;

/// <summary>Where an installation keeps what outlives its nodes.</summary>
/// <param name="Folder">For the database, the keys and the embedded store.</param>
/// <param name="Redis">The store of the queue; null for the embedded one, which only one node can use.</param>
internal sealed record Premises(string Folder, RedisServer? Redis)
{
    /// <summary>How many nodes there are.</summary>
    public int Nodes => Redis is null ? 1 : 2;
}

/// <summary>The hotline's nodes behind one address, and the telephone network that calls them, on one virtual clock.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string PublicUrl = "https://hotline.test/";
    // A webhook that itself waits for time, because it asks the network's REST side again, gets a step of it after so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan ComesBackWithin = TimeSpan.FromSeconds(60);
    private readonly Premises _premises;
    private readonly HostLog _log;
    private readonly VirtualClock _clock;
    private readonly ConcurrentBag<Task> _burials = [];
    private Node[] _nodes = [];
    private Uri? _rest;

    private Site(Premises premises, HostLog log, VirtualClock clock, int seed)
    {
        (_premises, _log, _clock) = (premises, log, clock);
        Balancer = new Balancer(() => Volatile.Read(ref _nodes));
        var options = new PhoneNetworkOptions
        {
            AuthToken = Node.AuthToken,
            VoiceUrl = () => new Uri($"{PublicUrl}voice/incoming"),
            FallbackUrl = () => new Uri($"{PublicUrl}voice/fallback"),
            StatusCallback = () => new Uri($"{PublicUrl}voice/status"),
        };
        Network = new TelephoneNetwork(options, clock, Balancer, seed);
    }

    public TelephoneNetwork Network { get; }

    public Balancer Balancer { get; }

    public IReadOnlyList<Node> Nodes => Volatile.Read(ref _nodes);

    /// <summary>The store of the queue, where it is a server of its own.</summary>
    public RedisServer? Redis => _premises.Redis;

    public static async Task<Site> OpenAsync(Premises premises, HostLog log, DateTimeOffset start, int seed)
    {
        var site = new Site(premises, log, new VirtualClock(start) { Settle = TimeSpan.Zero, Patience = Patience }, seed);
        site._rest = await site.Network.ServeAsync();
        site._nodes = [.. Enumerable.Range(0, premises.Nodes).Select(_ => site.NewNode())];
        site._clock.AddProbe(new Standstill(() => site.Nodes.Any(node => node.IsBusy)).IsReached);
        return site;
    }

    /// <summary>A part of a node that lives.</summary>
    public T Part<T>()
        where T : notnull => Nodes.First(node => !node.IsDead).Part<T>();

    /// <summary>Clears a dead node away and puts a new one in its place.</summary>
    public void Replace(Node dead)
    {
        _burials.Add(Task.Run(async () => await dead.DisposeAsync()));
        Volatile.Write(ref _nodes, [.. Nodes.Select(node => node == dead ? NewNode() : node)]);
    }

    /// <summary>Stops the only node and starts another on what it kept.</summary>
    public async Task RestartAsync(Node node)
    {
        node.Die();
        await node.DisposeAsync();
        Volatile.Write(ref _nodes, [.. Nodes.Select(one => one == node ? NewNode() : one)]);
    }

    /// <summary>Until every node reaches the store of the queue; its driver connects again in physical time, whatever the clock does.</summary>
    public async Task ReachesStoreAsync()
    {
        var waited = Stopwatch.StartNew();
        foreach (var node in Nodes.Where(node => !node.IsDead))
        {
            while (!await ReachesAsync(node))
            {
                if (waited.Elapsed > ComesBackWithin)
                    throw new TimeoutException("The store of the queue is not reached again.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await Task.WhenAll(_burials);
        _clock.Dispose();
        Balancer.Dispose();
    }

    private static async Task<bool> ReachesAsync(Node node)
    {
        try
        {
            await node.Part<Board>().SnapshotAsync();
            return true;
        }
        catch (RoutingUnavailableException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            return false;
        }
    }

    private Node NewNode() => Node.Start(
        _clock,
        _log,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Connection"] = string.Create(CultureInfo.InvariantCulture, $"Data Source={Path.Combine(_premises.Folder, "infoline.db")}"),
            ["Desk:KeysFolder"] = Path.Combine(_premises.Folder, "keys"),
            ["Routing:DataFolder"] = Path.Combine(_premises.Folder, "queue"),
            ["Routing:Connection"] = _premises.Redis?.Connection ?? "",
            ["Routing:SweepEvery"] = "00:00:02",
            ["Routing:PresenceLease"] = ScriptedConsultant.Lease.ToString("c", CultureInfo.InvariantCulture),
            ["Routing:WrapUp"] = "00:00:30",
            ["Hotline:PublicUrl"] = PublicUrl,
        },
        () => _rest!);
}

/// <summary>
/// Whether the hosts have come to rest: nothing in hand, or nothing that moves. What they have in hand may itself wait for time to
/// pass, as a retry does.
/// </summary>
internal sealed class Standstill(Func<bool> isBusy)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);
    private long _busySince;

    public bool IsReached()
    {
        if (!isBusy())
        {
            _busySince = 0;
            return true;
        }

        if (_busySince == 0)
            _busySince = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_busySince) < Patience)
            return false;
        // One step of time, then the same patience again.
        _busySince = 0;
        return true;
    }
}
