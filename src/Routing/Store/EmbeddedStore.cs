using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Garnet;
using StackExchange.Redis;

namespace Infoline.Routing.Store;

/// <summary>
/// The store inside this process: it listens on this machine only, on a free port, with a password made for this run, and keeps every
/// change in an append-only file.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private readonly GarnetServer _server;

    private EmbeddedStore(GarnetServer server, ConfigurationOptions connection)
    {
        _server = server;
        Connection = connection;
    }

    /// <summary>How to reach it.</summary>
    public ConfigurationOptions Connection { get; }

    /// <summary>Starts, reads back what an earlier run kept, and is ready to answer promptly when this returns.</summary>
    public static async Task<EmbeddedStore> StartAsync(string folder)
    {
        var path = Directory.CreateDirectory(folder).FullName;
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var port = FreePort();
        var server = new GarnetServer(
        [
            "--bind", IPAddress.Loopback.ToString(),
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--auth", "Password",
            "--password", password,
            "--lua", "--lua-transaction-mode",
            "--aof", "--aof-commit-freq", "100", "--aof-memory", "8m", "--aof-page-size", "2m", "--aof-size-limit", "64m", "--recover",
            "--checkpointdir", path,
            "--device-type", "RandomAccess",
            "--memory", "64m", "--page", "1m", "--index", "1m", "--index-max-size", "16m",
            "--logger-level", "Warning",
        ]);
        server.Start();
        var connection = new ConfigurationOptions { EndPoints = { { IPAddress.Loopback, port } }, Password = password };
        await WarmUpAsync(connection.Clone());
        return new EmbeddedStore(server, connection);
    }

    /// <summary>Stops in order: what was written since the last commit of the file is kept too.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.Store.CommitAOFAsync(CancellationToken.None);
        _server.Dispose();
    }

    /// <summary>The first script of a process takes long, as the engine is compiled for it; no caller should wait for that.</summary>
    private static async Task WarmUpAsync(ConfigurationOptions connection)
    {
        connection.AsyncTimeout = connection.ConnectTimeout = (int)TimeSpan.FromSeconds(30).TotalMilliseconds;
        await using var first = await ConnectionMultiplexer.ConnectAsync(connection);
        await first.GetDatabase().ScriptEvaluateAsync("return cjson.encode({ redis.call('EXISTS', KEYS[1]) })", ["warm-up"]);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
