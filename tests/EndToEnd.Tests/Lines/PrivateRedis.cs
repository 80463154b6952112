using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>A Redis server of one test, which can be stopped and started again with what it held.</summary>
internal sealed class PrivateRedis : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private readonly string _folder = Directory.CreateTempSubdirectory("infoline-redis-").FullName;
    private readonly string _port;
    private Process? _server;

    private PrivateRedis(int port) => _port = port.ToString(CultureInfo.InvariantCulture);

    public string Connection => $"127.0.0.1:{_port}";

    public static async Task<PrivateRedis> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Program), $"There is no {Program}; install the package redis-server.");
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var redis = new PrivateRedis(((IPEndPoint)probe.LocalEndpoint).Port);
        probe.Stop();
        await redis.StartAgainAsync();
        return redis;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments = ["--port", _port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--dir", _folder];
        _server = Process.Start(new ProcessStartInfo(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        while (await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
        {
        }
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
