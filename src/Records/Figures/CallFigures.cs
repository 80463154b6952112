using Infoline.Records.Calls;

namespace Infoline.Records.Figures;

/// <summary>
/// The figures of some calls, in the terms of ISO 18295: counts as they were summed, and the ratios that follow from them. A ratio
/// of nothing is null.
/// </summary>
public sealed class CallFigures
{
    private readonly IReadOnlyDictionary<string, long> _sums;

    internal CallFigures(IReadOnlyDictionary<string, long> sums) => _sums = sums;

    /// <summary>The beginning of the quarter hour or day, when the figures are cut by time.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The language or topic, when the figures are cut by one; empty for calls without.</summary>
    public string? Name { get; init; }

    /// <summary>Calls that came in.</summary>
    public long Arrived => _sums["arrived"];

    /// <summary>Callers who left before choosing a language.</summary>
    public long LeftGreeting => _sums["left_greeting"];

    /// <summary>Callers whom the recordings served.</summary>
    public long SelfService => _sums["self_service"];

    /// <summary>Callers who asked for a consultant when there was none.</summary>
    public long TurnedAway => _sums["turned_away"];

    /// <summary>Callers who waited for a consultant.</summary>
    public long Asked => _sums["asked"];

    /// <summary>Callers who spoke with a consultant.</summary>
    public long Answered => _sums["answered"];

    /// <summary>Callers who hung up waiting, before a consultant was rung.</summary>
    public long Abandoned => _sums["abandoned"];

    /// <summary>Callers who hung up while a consultant was rung.</summary>
    public long AbandonedRinging => _sums["abandoned_ringing"];

    /// <summary>Callers who went back to the menu and stayed there.</summary>
    public long WentBack => _sums["went_back"];

    /// <summary>Callers who asked to be called back.</summary>
    public long Callbacks => _sums["callbacks"];

    /// <summary>Of these, those still to be called.</summary>
    public long CallbacksPending => _sums["callback_pending"];

    /// <summary>Of these, those who were not reached.</summary>
    public long CallbacksUnreached => _sums["callback_unreached"];

    /// <summary>Cases asked for by keys.</summary>
    public long CaseLookUps => _sums["look_ups"];

    /// <summary>Of these, those found.</summary>
    public long CasesFound => _sums["look_ups_found"];

    /// <summary>Answers to the survey.</summary>
    public long SurveyAnswers => _sums["survey_answers"];

    /// <summary>The mean answer to the survey.</summary>
    public double? SurveyMean => Ratio(_sums["survey_sum"], SurveyAnswers);

    /// <summary>The wait of answered callers, in the mean: the average speed of answer.</summary>
    public TimeSpan? AverageSpeedOfAnswer => Mean("wait_ms", Answered);

    /// <summary>Conversation, hold and wrap-up of an answered call, in the mean: the handle time.</summary>
    public TimeSpan? AverageHandleTime => Answered == 0 ? null : Mean("talk_ms", Answered) + Mean("hold_ms", Answered) + Mean("wrap_up_ms", Answered);

    /// <summary>The longest wait of all who waited.</summary>
    public TimeSpan LongestWait => TimeSpan.FromMilliseconds(_sums[CallFigureColumns.LongestWait]);

    /// <summary>The share of announced waits that held: the caller was served or left within the range that was told.</summary>
    public double? AnnouncedRight => Ratio(_sums["announced_right"], _sums["announced"]);

    /// <summary>The time limits at which <see cref="AnsweredWithin"/> and <see cref="LostWithin"/> count exactly; between them they interpolate.</summary>
    public static IReadOnlyList<TimeSpan> Limits { get; } = [.. CallFigureColumns.Bands.Select(band => TimeSpan.FromSeconds(band))];

    /// <summary>Callers who were answered within a time.</summary>
    public double AnsweredWithin(TimeSpan limit) => Within("answered", limit);

    /// <summary>Callers who left without an answer within a time: the short abandonments.</summary>
    public double LostWithin(TimeSpan limit) => Within("lost", limit);

    /// <summary>Answered within the limit, of answered.</summary>
    public double? ServiceLevelOfAnswered(TimeSpan limit) => Answered == 0 ? null : AnsweredWithin(limit) / Answered;

    /// <summary>Answered within the limit, of all who waited.</summary>
    public double? ServiceLevelOfOffered(TimeSpan limit) => Asked == 0 ? null : AnsweredWithin(limit) / Asked;

    /// <summary>Hung up while waiting or ringing, of all who waited. Callbacks and returns to the menu are no abandonment.</summary>
    public double? Abandonment => Ratio(Abandoned + AbandonedRinging, Asked);

    /// <summary>The wait that a share of answered callers did not exceed, interpolated within its band.</summary>
    /// <param name="share">From 0 to 1: 0.5 for the median.</param>
    public TimeSpan? AnsweredWaitQuantile(double share)
    {
        if (Answered == 0)
        {
            return null;
        }

        var wanted = Math.Clamp(share, 0, 1) * Answered;
        var (below, floor) = (0.0, TimeSpan.Zero);
        for (var index = 0; index < Limits.Count; index++)
        {
            var inside = _sums[$"answered_{CallFigureColumns.BandNames[index]}"];
            if (inside > 0 && below + inside >= wanted)
            {
                return floor + ((Limits[index] - floor) * ((wanted - below) / inside));
            }

            (below, floor) = (below + inside, Limits[index]);
        }

        return LongestWait > floor ? LongestWait : floor;
    }

    private double Within(string group, TimeSpan limit)
    {
        var (sum, floor) = (0.0, TimeSpan.Zero);
        for (var index = 0; index < Limits.Count; index++)
        {
            var inside = _sums[$"{group}_{CallFigureColumns.BandNames[index]}"];
            if (Limits[index] >= limit)
            {
                return sum + (inside * ((limit - floor) / (Limits[index] - floor)));
            }

            (sum, floor) = (sum + inside, Limits[index]);
        }

        return sum;
    }

    private TimeSpan? Mean(string sum, long count) => count == 0 ? null : TimeSpan.FromMilliseconds((double)_sums[sum] / count);

    private static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>A consultant's figures.</summary>
public sealed record ConsultantFigures
{
    /// <summary>The consultant's id.</summary>
    public string Consultant { get; init; } = "";

    /// <summary>Calls offered.</summary>
    public long Offered { get; init; }

    /// <summary>Calls taken.</summary>
    public long Accepted { get; init; }

    /// <summary>Calls refused.</summary>
    public long Refused { get; init; }

    /// <summary>Calls not answered in time.</summary>
    public long Missed { get; init; }

    /// <summary>The time in which offers rang.</summary>
    public TimeSpan Ring => TimeSpan.FromMilliseconds(RingMs);

    /// <summary>Conversations without hold.</summary>
    public TimeSpan Talk => TimeSpan.FromMilliseconds(TalkMs);

    /// <summary>Callers on hold.</summary>
    public TimeSpan Hold => TimeSpan.FromMilliseconds(HoldMs);

    /// <summary>Work after conversations.</summary>
    public TimeSpan WrapUp => TimeSpan.FromMilliseconds(WrapUpMs);

    /// <summary>What callers answered in the survey after speaking with the consultant.</summary>
    public SurveyFigures Survey { get; init; } = new();

    /// <summary>The mean of conversation, hold and wrap-up.</summary>
    public TimeSpan? AverageHandleTime => Accepted == 0 ? null : (Talk + Hold + WrapUp) / Accepted;

    internal long RingMs { get; init; }

    internal long TalkMs { get; init; }

    internal long HoldMs { get; init; }

    internal long WrapUpMs { get; init; }
}

/// <summary>Answers to the survey.</summary>
public sealed record SurveyFigures
{
    /// <summary>The question, or the consultant.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many answers there are.</summary>
    public long Answers => SurveyAnswered.Scale.Sum(Count);

    /// <summary>Their mean, from <see cref="SurveyAnswered.Worst"/> to <see cref="SurveyAnswered.Best"/>; null without an answer.</summary>
    public double? Mean => Answers == 0 ? null : (double)SurveyAnswered.Scale.Sum(answer => answer * Count(answer)) / Answers;

    internal long Ones { get; init; }

    internal long Twos { get; init; }

    internal long Threes { get; init; }

    internal long Fours { get; init; }

    internal long Fives { get; init; }

    /// <summary>How often an answer was given.</summary>
    /// <param name="answer">From <see cref="SurveyAnswered.Worst"/> to <see cref="SurveyAnswered.Best"/>.</param>
    public long Count(int answer) => answer switch
    {
        1 => Ones,
        2 => Twos,
        3 => Threes,
        4 => Fours,
        5 => Fives,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not an answer."),
    };
}

/// <summary>One node of the menu.</summary>
public sealed record MenuFigures
{
    /// <summary>The node's name.</summary>
    public string Node { get; init; } = "";

    /// <summary>How often it was entered.</summary>
    public long Entered { get; init; }

    /// <summary>How often a caller went on from it to another node.</summary>
    public long WentOn { get; init; }

    /// <summary>How often a caller asked for a consultant from it.</summary>
    public long Asked { get; init; }

    /// <summary>How often the call ended in it.</summary>
    public long Ended { get; init; }
}
