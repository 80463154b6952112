using System.Runtime.CompilerServices;
using System.Text.Json;
using Infoline.Routing.Store;
using StackExchange.Redis;

namespace Infoline.Routing;

/// <summary>What supervisors and desks see of the whole line.</summary>
public sealed class Board
{
    private const int MostConsultants = 500;
    private const int MostCallsOfALanguage = 50;
    private readonly RoutingStore _store;

    internal Board(RoutingStore store) => _store = store;

    /// <summary>How the line stands now.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer.</exception>
    public async Task<BoardSnapshot> SnapshotAsync(CancellationToken cancellation = default)
    {
        var answer = await _store.RunPlainAsync("board", cancellation, MostConsultants, MostCallsOfALanguage);
        return BoardSnapshot.Read(JsonSerializer.Deserialize((byte[])answer[1]!, BoardJson.Default.BoardPayload)!);
    }

    /// <summary>Every change of a call or a consultant on any node, from now on. What happens while the connection to the store is down is missed: take a snapshot now and then.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer.</exception>
    public async IAsyncEnumerable<CallEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = await _store.OnStoreAsync(
            database => database.Multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal(_store.Key("events"))), cancellation);
        try
        {
            await foreach (var message in channel.WithCancellation(cancellation))
            {
                yield return CallEvent.Read(message.Message);
            }
        }
        finally
        {
            await channel.UnsubscribeAsync();
        }
    }
}
