using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infoline.Benchmarks.Routing;

/// <summary>The store of a run: a redis-server of its own, the embedded one, or one that is there already.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoline-benchmark-");
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private Process? _redis;
    private string _connection = "";

    public static async Task<BenchmarkStore> StartAsync(string store, CancellationToken cancellation)
    {
        var started = new BenchmarkStore();
        if (store is "redis")
        {
            await started.StartRedisAsync(cancellation);
        }
        else if (store is not "embedded")
        {
            started._connection = store;
        }

        Console.WriteLine($"Store: {store}");
        return started;
    }

    /// <summary>A hotline of its own on the store; on the embedded one with files of its own.</summary>
    public BenchmarkLine Open(string name) => new(_connection, Path.Combine(_folder.FullName, name), $"{name}-{_run}");

    public async ValueTask DisposeAsync()
    {
        if (_redis is { } redis)
        {
            redis.Kill();
            await redis.WaitForExitAsync();
            redis.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task StartRedisAsync(CancellationToken cancellation)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        probe.Stop();
        _redis = Process.Start(new ProcessStartInfo("redis-server")
        {
            ArgumentList = { "--port", port, "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "yes" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        while (await _redis.StandardOutput.ReadLineAsync(cancellation) is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
            // What the server says before that is of no interest.
        }

        _ = _redis.StandardOutput.ReadToEndAsync(cancellation);
        _connection = $"127.0.0.1:{port}";
    }
}
