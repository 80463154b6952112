using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Infoline.EndToEnd_Tests.Desk;

public sealed class KeysInRedisTests
{
    [Fact]
    public async Task A_session_of_one_node_is_good_on_another_that_shares_the_store()
    {
        await using var redis = await PrivateRedis.StartAsync();
        using var first = Node(null, redis);
        using var visitor = await first.SignedIn("demo1");
        using var second = Node(first.Folder, redis).With("Desk:KeysFolder", Path.Combine(first.Folder, "other-keys"));

        using var there = visitor.At(second.Address);

        (await there.Page("/desk/profile")).ShouldContain("demo1");
        Directory.Exists(Path.Combine(first.Folder, "keys")).ShouldBeFalse("the keys are in Redis");
    }

    private static DeskHost Node(string? folder, PrivateRedis redis) => new DeskHost(folder: folder).With("Routing:Connection", redis.Connection);

    private sealed class PrivateRedis : IAsyncDisposable
    {
        private readonly Process _server;

        private PrivateRedis(Process server, int port) => (_server, Connection) = (server, $"127.0.0.1:{port}");

        public string Connection { get; }

        public static async Task<PrivateRedis> StartAsync()
        {
            const string Program = "/usr/bin/redis-server";
            Assert.SkipUnless(File.Exists(Program), $"There is no {Program}; install the package redis-server.");
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var server = Process.Start(new ProcessStartInfo(Program, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
            {
            }

            return new PrivateRedis(server, port);
        }

        public async ValueTask DisposeAsync()
        {
            _server.Kill();
            await _server.WaitForExitAsync(CancellationToken.None);
            _server.Dispose();
        }
    }
}
