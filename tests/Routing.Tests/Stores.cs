using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Infoline.Routing.Store;
using Infoline.Routing.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Stores))]

namespace Infoline.Routing.Tests;

public enum StoreKind
{
    Redis,
    Embedded,
}

/// <summary>Runs a test on a real Redis and on the embedded store.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothStoresAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<StoreKind>(StoreKind.Redis), new TheoryDataRow<StoreKind>(StoreKind.Embedded)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>One Redis and one embedded store for all tests; each test has a hotline of its own on them.</summary>
public sealed class Stores : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<EmbeddedStore>> _embedded;
    private readonly Lazy<Task<RedisServer>> _redis;

    public Stores()
    {
        _embedded = new(() => EmbeddedStore.StartAsync(Path.Combine(_folder.Path, "shared")));
        _redis = new(() => RedisServer.StartAsync(_folder.Path));
    }

    public async Task<string> ConnectionAsync(StoreKind kind) => kind switch
    {
        StoreKind.Embedded => (await _embedded.Value).Connection.ToString(includePassword: true),
        _ => (await _redis.Value).Connection,
    };

    public async ValueTask DisposeAsync()
    {
        if (_redis.IsValueCreated)
            await (await _redis.Value).DisposeAsync();
        if (_embedded.IsValueCreated)
            await (await _embedded.Value).DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A redis-server of the tests on a free port of this machine.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder;
    private Process? _process;

    private RedisServer(string folder, int port)
    {
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<RedisServer> StartAsync(string folder)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new RedisServer(folder, port);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("redis-server")
        {
            ArgumentList =
            {
                "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--appendonly", "yes",
                "--appendfilename", $"redis-{Port}.aof", "--appenddirname", $"redis-{Port}", "--enable-debug-command", "local",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("redis-server is not installed on this machine.");
        }

        while (await _process!.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("redis-server ended before it was ready.");
    }

    /// <summary>Ends the server as a crash of the machine would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
    }
}

public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("infoline-routing-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A store may still be closing its files; the system's own cleaning takes the rest.
        }
    }
}
