using Infoline.Routing.Store;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Infoline.Routing;

/// <summary>The store of the queue, lent to whatever else the nodes of a hotline have to count together.</summary>
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
}
