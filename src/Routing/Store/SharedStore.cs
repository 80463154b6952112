using System.Runtime.CompilerServices;
using Infoline.Routing.Store;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Infoline.Routing;

/// <summary>The store of the queue, lent to whatever else the nodes of a hotline have to count together or to tell one another.</summary>
public sealed class SharedStore
{
    private readonly RoutingStore _store;
    private readonly IOptions<RoutingOptions> _options;

    internal SharedStore(RoutingStore store, IOptions<RoutingOptions> options) => (_store, _options) = (store, options);

    /// <summary>What every key of this hotline begins with: the braces keep them on one shard of a cluster.</summary>
    public string Prefix => $"{{{_options.Value.Hotline}}}:";

    /// <summary>The store as its driver shows it; made when it is first needed. Faults of the driver reach the caller as they are.</summary>
    public async ValueTask<IDatabase> GetAsync(CancellationToken cancellation) =>
        (await _store.ConnectionAsync().WaitAsync(cancellation)).GetDatabase();

    /// <summary>Tells all nodes, this one among them, that something of this name has changed.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer.</exception>
    public async Task TellAsync(string name, CancellationToken cancellation) =>
        await _store.OnStoreAsync(database => database.PublishAsync(ChannelOf(name), RedisValue.EmptyString), cancellation);

    /// <summary>One item each time that <see cref="TellAsync"/> was called on any node, from now on. What is told while the connection to the store is down is missed: look now and then.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer.</exception>
    public async IAsyncEnumerable<string> HearAsync(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = await _store.OnStoreAsync(database => database.Multiplexer.GetSubscriber().SubscribeAsync(ChannelOf(name)), cancellation);
        try
        {
            await foreach (var _ in channel.WithCancellation(cancellation))
            {
                yield return name;
            }
        }
        finally
        {
            await channel.UnsubscribeAsync();
        }
    }

    private RedisChannel ChannelOf(string name) => RedisChannel.Literal(_store.Key($"changed:{name}"));
}
