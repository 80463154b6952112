using System.Collections.Concurrent;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>Tells open desks of this node that something about their consultant has changed, on whatever node it happened.</summary>
internal sealed partial class ConversationFeed(Board board, TimeProvider time, ILogger<ConversationFeed> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<ConsultantId, Action> _followers = new();

    public IDisposable Follow(ConsultantId consultant, Action changed)
    {
        _followers.AddOrUpdate(consultant, changed, (_, others) => others + changed);
        return new Following(() => Leave(consultant, changed));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var news in board.EventsAsync(stoppingToken))
                {
                    if (news.Consultant is { } consultant && _followers.TryGetValue(consultant, out var changed))
                        changed();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RoutingUnavailableException fault)
            {
                FeedLost(logger, fault);
            }

            // What happened while nobody listened is found by looking.
            await Task.Delay(AfterFault, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var (_, changed) in _followers)
                changed();
        }
    }

    private void Leave(ConsultantId consultant, Action changed)
    {
        while (_followers.TryGetValue(consultant, out var all))
        {
            var left = all - changed;
            if (left is null ? _followers.TryRemove(KeyValuePair.Create(consultant, all)) : _followers.TryUpdate(consultant, left, all))
                return;
        }
    }

    private sealed class Following(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }

    [LoggerMessage(EventName = "ConversationFeedLost", Level = LogLevel.Warning, Message = "Events of conversations are missed until the queue answers again")]
    private static partial void FeedLost(ILogger logger, Exception fault);
}
