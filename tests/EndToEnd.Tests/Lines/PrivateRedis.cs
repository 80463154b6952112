using Infoline.Simulation;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>Brings a Redis server of one test; where there is none the test is skipped.</summary>
internal static class PrivateRedis
{
    public static async Task<RedisServer> StartAsync()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, $"There is no {RedisServer.Program}; install the package redis-server.");
        return await RedisServer.StartAsync(TestContext.Current.CancellationToken);
    }
}
