using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Infoline.Simulation;

/// <summary>A Redis server of one run, which can be stopped and started again with what it held.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The program, as the package redis-server installs it.</summary>
    public const string Program = "/usr/bin/redis-server";

    private readonly string _folder = Directory.CreateTempSubdirectory("infoline-redis-").FullName;
    private readonly string _port;
    private Process? _server;

    private RedisServer(int port) => _port = port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether there is one on this machine.</summary>
    public static bool IsInstalled => File.Exists(Program);

    /// <summary>How hosts reach it.</summary>
    public string Connection => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> StartAsync(CancellationToken cancellation)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var redis = new RedisServer(((IPEndPoint)probe.LocalEndpoint).Port);
        probe.Stop();
        await redis.StartAgainAsync(cancellation);
        return redis;
    }

    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        string[] arguments = ["--port", _port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--dir", _folder];
        _server = Process.Start(new ProcessStartInfo(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        while (await _server.StandardOutput.ReadLineAsync(cancellation) is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Forgets everything, as a server does that was started again without its data.</summary>
    public async Task IsEmptiedAsync()
    {
        await using var administrator = await ConnectionMultiplexer.ConnectAsync(Connection + ",allowAdmin=true");
        await administrator.GetServers()[0].FlushAllDatabasesAsync();
    }

    public async Task StopAsync()
    {
        if (_server is not { } server)
            return;
        server.Kill();
        await server.WaitForExitAsync(CancellationToken.None);
        server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
