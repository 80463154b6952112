using System.Diagnostics;
using StackExchange.Redis;

namespace Infoline.Cases.Tests.Limits;

/// <summary>A Redis server of one test on a socket file, gone afterwards.</summary>
internal sealed class PrivateRedis : IAsyncDisposable
{
    // The keeper ends the server when this process closes the pipe, however this process ends.
    private const string Keeper = """
        redis-server --port 0 --unixsocket "$1/redis.sock" --save '' --appendonly no --dir "$1" >"$1/log" &
        server=$!
        until redis-cli -s "$1/redis.sock" ping >/dev/null 2>&1; do kill -0 $server || exit 1; sleep 0.02; done
        echo ready
        read -r end || true
        kill $server; wait $server
        """;

    private readonly Process _keeper;
    private readonly string _folder;

    private PrivateRedis(Process keeper, string folder, ConnectionMultiplexer connection) => (_keeper, _folder, Connection) = (keeper, folder, connection);

    public static string? Absence { get; } = File.Exists("/usr/bin/redis-server") ? null : "redis-server is not installed (apt-get install redis-server).";

    public ConnectionMultiplexer Connection { get; }

    public static async Task<PrivateRedis> StartAsync()
    {
        Assert.SkipWhen(Absence is not null, Absence ?? "");
        var folder = Directory.CreateTempSubdirectory("infoline-redis-").FullName;
        var keeper = Process.Start(new ProcessStartInfo("sh", ["-c", Keeper, "sh", folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        (await keeper.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        var options = new ConfigurationOptions { AbortOnConnectFail = false, AsyncTimeout = 2000, ConnectTimeout = 2000 };
        options.EndPoints.Add(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(folder, "redis.sock")));
        return new PrivateRedis(keeper, folder, await ConnectionMultiplexer.ConnectAsync(options));
    }

    public async Task StopAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (!_keeper.HasExited)
        {
            await StopAsync();
        }

        _keeper.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
