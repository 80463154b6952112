using Infoline.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Live;

/// <summary>How the line stood at a moment, as the pages show it.</summary>
/// <param name="Board">The figures; null before the first time they were read.</param>
/// <param name="At">When they were read.</param>
/// <param name="IsCurrent">False while the store of the queue does not answer: the figures are as old as <paramref name="At"/>.</param>
public sealed record LineView(BoardSnapshot? Board, DateTimeOffset At, bool IsCurrent);

/// <summary>
/// Follows the events of the queue for all pages of this node. However many pages are open, the figures are read once for each burst
/// of events, and now and then without one, because events that come while the connection is down are lost.
/// </summary>
internal sealed partial class LineFeed(Board board, TimeProvider time, ILogger<LineFeed> log) : BackgroundService
{
    // A burst of events becomes one reading; people see a change within a quarter of a second.
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _events = new(0, 1);
    private readonly Followers _followers = new();

    /// <summary>The newest figures.</summary>
    public LineView Current { get; private set; } = new(null, DateTimeOffset.MinValue, IsCurrent: false);

    /// <summary>Calls back after each change, on a thread of the feed, until disposed.</summary>
    public IDisposable Follow(Action changed) => _followers.Add(changed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var listening = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                var events = ListenAsync(listening.Token);
                await ReadAsync(events, stoppingToken);
                await listening.CancelAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever happens here, the pages must say that their figures are old, and the feed must go on.
                Lost(log, fault.GetType().Name);
                Publish(Current with { IsCurrent = false });
                await Task.Delay(AfterFault, time, stoppingToken);
            }
        }
    }

    /// <summary>Reads after each burst of events, until listening ends.</summary>
    private async Task ReadAsync(Task events, CancellationToken cancellationToken)
    {
        while (!events.IsCompleted)
        {
            Publish(new LineView(await board.SnapshotAsync(cancellationToken), time.GetUtcNow(), IsCurrent: true));
            using var quiet = new CancellationTokenSource(Quiet, time);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, quiet.Token);
            try
            {
                await _events.WaitAsync(waiting.Token);
                await Task.Delay(Burst, time, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing happened for a while: read anyway.
            }
        }

        await events;
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in board.EventsAsync(cancellationToken))
        {
            Wake();
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_events.CurrentCount == 0)
            {
                _events.Release();
            }
        }
    }

    private void Publish(LineView view)
    {
        Current = view;
        _followers.Tell();
    }

    [LoggerMessage(EventName = "LineFeedLost", Level = LogLevel.Warning, Message = "The queue does not answer ({Kind}); pages show that their figures are old.")]
    private static partial void Lost(ILogger logger, string kind);
}
