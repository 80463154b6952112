using Infoline.EndToEnd.Tests.Lines;
using Infoline.Simulation;

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

    private static DeskHost Node(string? folder, RedisServer redis) => new DeskHost(folder: folder).With("Routing:Connection", redis.Connection);
}
