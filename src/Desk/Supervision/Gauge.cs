namespace Infoline.Desk.Supervision;

/// <summary>How a figure stands to its thresholds.</summary>
public enum Level
{
    /// <summary>As it should be.</summary>
    Calm,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Somebody has to act.</summary>
    Alarm,
}

/// <summary>The thresholds of a figure as plain numbers.</summary>
/// <param name="Warn">Worth a look from here on.</param>
/// <param name="Alarm">Somebody has to act from here on; below <paramref name="Warn"/> where little is bad.</param>
/// <param name="Slack">How much better than a threshold, as a share of it, the figure must get before the level goes down.</param>
internal readonly record struct GaugeLimits(double Warn, double Alarm, double Slack)
{
    /// <summary>The level of a figure that stood at another level before. It rises at once and falls late, so that a figure at its edge does not flicker.</summary>
    public Level Next(Level before, double? figure)
    {
        if (figure is not { } value)
        {
            return Level.Calm;
        }

        var raised = Reaches(value, Alarm) ? Level.Alarm : Reaches(value, Warn) ? Level.Warning : Level.Calm;
        if (raised >= before)
        {
            return raised;
        }

        var kept = !IsClearOf(value, Alarm) ? Level.Alarm : !IsClearOf(value, Warn) ? Level.Warning : Level.Calm;
        return kept < before ? kept : before;
    }

    private bool IsLittleBad => Alarm < Warn;

    private bool Reaches(double value, double limit) => IsLittleBad ? value < limit : value >= limit;

    private bool IsClearOf(double value, double limit) => IsLittleBad ? value >= limit * (1 + Slack) : value < limit * (1 - Slack);
}
