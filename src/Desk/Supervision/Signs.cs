using Infoline.Routing;

namespace Infoline.Desk.Supervision;

/// <summary>What a sign is about.</summary>
internal enum SignKind
{
    /// <summary>The longest wait of a language.</summary>
    Wait,

    /// <summary>Somebody waits in a language that nobody at work speaks.</summary>
    Unspoken,

    /// <summary>How many wait.</summary>
    Waiting,

    /// <summary>The service level of the day.</summary>
    ServiceLevel,

    /// <summary>The share of callers who hung up.</summary>
    Abandonment,

    /// <summary>How long a consultant works after a call.</summary>
    WrapUp,

    /// <summary>How long a consultant is on a pause or not ready.</summary>
    Pause,
}

/// <summary>A figure that is not as it should be.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Of">The language or consultant; empty for the whole line.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Since">Since when it is so bad.</param>
internal sealed record Sign(SignKind Kind, string Of, Level Level, DateTimeOffset Since);

/// <summary>
/// Holds the figures against the thresholds. It remembers how each stood before, which is what hysteresis needs; a figure that is
/// gone, such as the wrap-up of one who is free again, is forgotten.
/// </summary>
internal sealed class Signs
{
    private Dictionary<(SignKind Kind, string Of), Sign> _standing = [];

    /// <summary>The figures that are not as they should be, the worst and oldest first.</summary>
    public IReadOnlyList<Sign> Raised { get; private set; } = [];

    /// <summary>How a figure stands.</summary>
    public Level LevelOf(SignKind kind, string of = "") => _standing.TryGetValue((kind, of), out var sign) ? sign.Level : Level.Calm;

    /// <summary>Reads all figures anew; true when any level changed.</summary>
    public bool Read(BoardSnapshot board, SupervisionOptions settings, DateTimeOffset now)
    {
        var before = _standing;
        var standing = new Dictionary<(SignKind, string), Sign>();
        var slack = settings.Slack / 100;
        var waiting = 0;
        foreach (var queue in board.Languages.Select(language => QueueView.Of(board, language.Language.Value)))
        {
            waiting += queue.Count;
            Put(SignKind.Wait, queue.Code, Limits(settings.Wait, each => each.TotalSeconds), (now - queue.Longest)?.TotalSeconds);
            Put(SignKind.Unspoken, queue.Code, new GaugeLimits(1, 1, 0), queue.Spoken ? null : queue.Count);
        }

        Put(SignKind.Waiting, "", Limits(settings.Waiting, each => each), waiting);
        var today = TodayFigures.Of(board, settings);
        if (today.Offered >= settings.FewestCalls)
        {
            Put(SignKind.ServiceLevel, "", Limits(settings.ServiceLevel, each => each), today.LevelOfOffered * 100);
            Put(SignKind.Abandonment, "", Limits(settings.Abandonment, each => each), today.AbandonedShare * 100);
        }

        foreach (var one in board.Consultants)
        {
            var seconds = (now - one.Since).TotalSeconds;
            if (one.Status is ConsultantStatus.WrapUp)
            {
                Put(SignKind.WrapUp, one.Id.Value, Limits(settings.WrapUp, each => each.TotalSeconds), seconds);
            }
            else if (one.Status is ConsultantStatus.Pause or ConsultantStatus.NotReady)
            {
                Put(SignKind.Pause, one.Id.Value, Limits(settings.Pause, each => each.TotalSeconds), seconds);
            }
        }

        var changed = standing.Count != before.Count || standing.Any(pair => !before.TryGetValue(pair.Key, out var was) || was.Level != pair.Value.Level);
        _standing = standing;
        if (changed)
        {
            Raised = [.. standing.Values.OrderByDescending(sign => sign.Level).ThenBy(sign => sign.Since)];
        }

        return changed;

        GaugeLimits Limits<T>(Threshold<T> threshold, Func<T, double> number) => new(number(threshold.Warn), number(threshold.Alarm), slack);

        void Put(SignKind kind, string of, GaugeLimits limits, double? figure)
        {
            var was = before.GetValueOrDefault((kind, of));
            var level = limits.Next(was?.Level ?? Level.Calm, figure);
            if (level is not Level.Calm)
            {
                standing[(kind, of)] = new Sign(kind, of, level, was?.Level == level ? was.Since : now);
            }
        }
    }
}
