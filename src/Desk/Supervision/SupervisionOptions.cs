using Infoline.Records.Figures;
using Infoline.Routing;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Supervision;

/// <summary>What the office has set itself, and from where on the board warns, under <c>Desk:Supervision</c>. Changes count at once.</summary>
public sealed class SupervisionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Desk:Supervision";

    /// <summary>The time limit of the service level; one of the limits by which waits are counted, from 5 seconds to 30 minutes.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The share of callers to be answered within it, in percent.</summary>
    public double ServiceLevelGoal { get; set; } = 80;

    /// <summary>Up to this wait an abandonment is short: the caller hardly waited. One of the limits by which waits are counted.</summary>
    public TimeSpan ShortAbandonment { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait of a language.</summary>
    public Threshold<TimeSpan> Wait { get; set; } = new() { Warn = TimeSpan.FromSeconds(60), Alarm = TimeSpan.FromSeconds(180) };

    /// <summary>How many wait in all languages together.</summary>
    public Threshold<int> Waiting { get; set; } = new() { Warn = 4, Alarm = 8 };

    /// <summary>The service level of the offered calls of the day, in percent; the alarm is the lower one.</summary>
    public Threshold<double> ServiceLevel { get; set; } = new() { Warn = 80, Alarm = 60 };

    /// <summary>The share of abandoned calls of the day, in percent.</summary>
    public Threshold<double> Abandonment { get; set; } = new() { Warn = 5, Alarm = 10 };

    /// <summary>How long a consultant works after a call.</summary>
    public Threshold<TimeSpan> WrapUp { get; set; } = new() { Warn = TimeSpan.FromMinutes(2), Alarm = TimeSpan.FromMinutes(5) };

    /// <summary>How long a consultant is on a pause or not ready.</summary>
    public Threshold<TimeSpan> Pause { get; set; } = new() { Warn = TimeSpan.FromMinutes(30), Alarm = TimeSpan.FromMinutes(60) };

    /// <summary>How much better than a threshold a figure must get before its colour goes, in percent of the threshold, 0 to 50: without it a figure at its edge would flicker.</summary>
    public double Slack { get; set; } = 10;

    /// <summary>Of how few calls a share says nothing yet.</summary>
    public int FewestCalls { get; set; } = 10;
}

/// <summary>From where on a figure is worth a look, and from where on somebody has to act.</summary>
/// <typeparam name="T">What is measured.</typeparam>
public sealed class Threshold<T>
{
    /// <summary>Worth a look.</summary>
    public T Warn { get; set; } = default!;

    /// <summary>Somebody has to act.</summary>
    public T Alarm { get; set; } = default!;
}

/// <summary>Says of each wrong setting which key it is, what is wrong, and what to write instead.</summary>
internal sealed class SupervisionOptionsCheck : IValidateOptions<SupervisionOptions>
{
    public ValidateOptionsResult Validate(string? name, SupervisionOptions options)
    {
        List<string> faults = [];
        IsCounted(options.AnswerWithin, nameof(options.AnswerWithin));
        IsCounted(options.ShortAbandonment, nameof(options.ShortAbandonment));
        IsShare(options.ServiceLevelGoal, nameof(options.ServiceLevelGoal));
        IsShare(options.ServiceLevel.Warn, "ServiceLevel:Warn");
        IsShare(options.Abandonment.Alarm, "Abandonment:Alarm");
        Rises(options.Wait, nameof(options.Wait));
        Rises(options.Waiting, nameof(options.Waiting));
        Rises(options.Abandonment, nameof(options.Abandonment));
        Rises(options.WrapUp, nameof(options.WrapUp));
        Rises(options.Pause, nameof(options.Pause));
        if (options.ServiceLevel.Alarm > options.ServiceLevel.Warn || options.ServiceLevel.Alarm < 0)
        {
            faults.Add($"{SupervisionOptions.Section}:ServiceLevel:Alarm is {options.ServiceLevel.Alarm}; write a share from 0 up to Warn, which is {options.ServiceLevel.Warn}.");
        }

        if (options.Slack is < 0 or > 50)
        {
            faults.Add($"{SupervisionOptions.Section}:Slack is {options.Slack}; write a share from 0 to 50, for example 10.");
        }

        if (options.FewestCalls < 1)
        {
            faults.Add($"{SupervisionOptions.Section}:FewestCalls is {options.FewestCalls}; write at least 1.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void IsCounted(TimeSpan limit, string setting)
        {
            // Both the queue and the records must count it exactly.
            if (!WaitBands.Limits.Contains(limit) || !CallFigures.Limits.Contains(limit))
            {
                faults.Add($"{SupervisionOptions.Section}:{setting} is {limit:c}, by which waits are not counted; write one of {string.Join(", ", CallFigures.Limits.Select(each => each.ToString("c")))}.");
            }
        }

        void IsShare(double share, string setting)
        {
            if (share is not (> 0 and <= 100))
            {
                faults.Add($"{SupervisionOptions.Section}:{setting} is {share}; write a share in percent, more than 0 and up to 100.");
            }
        }

        void Rises<T>(Threshold<T> threshold, string setting)
            where T : IComparable<T>
        {
            if (threshold.Warn.CompareTo(default) < 0 || threshold.Alarm.CompareTo(threshold.Warn) < 0)
            {
                faults.Add($"{SupervisionOptions.Section}:{setting} warns from {threshold.Warn} and alarms from {threshold.Alarm}; write a warning that is not negative and not above the alarm.");
            }
        }
    }
}
