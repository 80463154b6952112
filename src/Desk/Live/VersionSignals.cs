using System.Runtime.CompilerServices;
using Infoline.Routing;

namespace Infoline.Desk.Live;

/// <summary>
/// Word among the nodes that something has a new version. It makes haste and is no more than that: whoever misses it looks within seconds.
/// </summary>
/// <param name="store">Carries the word; null where there is one node.</param>
internal sealed class VersionSignals(SharedStore? store)
{
    public async Task TellAsync(string what, CancellationToken cancellationToken)
    {
        try
        {
            if (store is not null)
                await store.TellAsync(what, cancellationToken);
        }
        catch (RoutingUnavailableException)
        {
            // The others find it at their next look.
        }
    }

    /// <summary>One item for each word, until the store is lost.</summary>
    public async IAsyncEnumerable<string> HearAsync(string what, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (store is null)
            yield break;
        await foreach (var word in store.HearAsync(what, cancellationToken))
        {
            yield return word;
        }
    }
}
