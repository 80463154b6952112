namespace Infoline.Routing.Tests;

public sealed class SharedStoreTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task What_one_node_tells_another_hears(StoreKind store)
    {
        await using var here = await Line.OpenAsync(stores, store);
        await using var there = here.OtherNode();
        var cancel = TestContext.Current.CancellationToken;
        await using var heard = there.Shared.HearAsync("texts", cancel).GetAsyncEnumerator(cancel);
        var first = heard.MoveNextAsync().AsTask();

        // Listening begins some time after it was asked for.
        while (!first.IsCompleted)
        {
            await here.Shared.TellAsync("texts", cancel);
        }

        (await first).ShouldBeTrue();
        heard.Current.ShouldBe("texts");
    }
}
