using Infoline.Desk.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Supervision;

/// <summary>
/// Keeps what the boards of this node show beside the line itself: the figures of the day, the health, and the signs. A change of the
/// line is shown at once; time alone changes signs, so they are also read every second, from memory.
/// </summary>
internal sealed partial class BoardFeed(
    LineFeed line, SlowReadings readings, IOptionsMonitor<SupervisionOptions> settings, TimeProvider time, ILogger<BoardFeed> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Followers _followers = new();
    private readonly Signs _signs = new();
    private LineView? _shown;

    /// <summary>The figures of the day.</summary>
    public DayView Day => readings.Day.Current;

    /// <summary>What the line needs, and how it stands.</summary>
    public IReadOnlyList<PartHealth> Health => readings.Health.Parts;

    /// <summary>When the health was asked for.</summary>
    public DateTimeOffset HealthAt => readings.Health.At;

    /// <summary>The figures that are not as they should be.</summary>
    public IReadOnlyList<Sign> Raised => _signs.Raised;

    /// <summary>How a figure stands.</summary>
    public Level LevelOf(SignKind kind, string of = "") => _signs.LevelOf(kind, of);

    /// <summary>Calls back after each change, on a thread of the feed, until disposed.</summary>
    public IDisposable Follow(Action changed) => _followers.Add(changed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = line.Follow(ShowLine);
        using var ticks = new PeriodicTimer(Tick, time);
        var slow = Task.CompletedTask;
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            ShowSigns();
            if (slow.IsCompleted)
            {
                // A database that hangs must not hold up the signs.
                slow = ReadSlowlyAsync(stoppingToken);
            }
        }
    }

    private void ShowLine()
    {
        ReadSigns();
        _followers.Tell();
    }

    private void ShowSigns()
    {
        if (ReadSigns())
        {
            _followers.Tell();
        }
    }

    private bool ReadSigns()
    {
        lock (_signs)
        {
            _shown = line.Current;
            return _shown is { Board: { } board, IsCurrent: true } && _signs.Read(board, settings.CurrentValue, time.GetUtcNow());
        }
    }

    private async Task ReadSlowlyAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await readings.ReadAsync(_shown?.Board, cancellationToken))
            {
                _followers.Tell();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            // Whatever it is, the boards go on with what they have, and their figures show their age.
            NotRead(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(EventName = "BoardReadingFailed", Level = LogLevel.Warning, Message = "The figures of the day or the health could not be read ({Kind}); the board shows their age.")]
    private static partial void NotRead(ILogger logger, string kind);
}

/// <summary>What is read now and then, because no event tells of it.</summary>
/// <param name="Day">The figures of the day.</param>
/// <param name="Health">What the line needs.</param>
/// <param name="Alarms">The signs of abuse.</param>
internal sealed record SlowReadings(DayReader Day, LineHealth Health, AlarmReader Alarms)
{
    /// <summary>Reads what is due; true when there is something new to show.</summary>
    public async Task<bool> ReadAsync(Routing.BoardSnapshot? board, CancellationToken cancellationToken)
    {
        var hasNews = await Health.ReadAsync(cancellationToken);
        hasNews |= await Alarms.ReadAsync(cancellationToken);
        return await Day.ReadAsync(board, cancellationToken) || hasNews;
    }
}
