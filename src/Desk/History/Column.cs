using Infoline.Desk.Supervision;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.History;

namespace Infoline.Desk.History;

/// <summary>What a column holds, and so how it is written.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with a part, such as a mean.</summary>
    Mean,

    /// <summary>A share from 0 to 1.</summary>
    Share,

    /// <summary>A length of time.</summary>
    Length,

    /// <summary>An instant, in the time of the office.</summary>
    Instant,
}

/// <summary>One column of a table. Page and exports are written from the same columns, so they cannot disagree.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Name">The stable name, as exports carry it; the key of its title among the texts.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">The value of a row: a string, long, double, <see cref="TimeSpan"/>, <see cref="DateTimeOffset"/> or null.</param>
internal sealed record Column<T>(string Name, ColumnKind Kind, Func<T, object?> Value);

/// <summary>The tables of the history.</summary>
internal static class Columns
{
    /// <summary>The figures of calls.</summary>
    public static IReadOnlyList<Column<CallFigures>> OfCalls(SupervisionOptions settings) =>
    [
        new("arrived", ColumnKind.Count, row => row.Arrived),
        new("asked", ColumnKind.Count, row => row.Asked),
        new("answered", ColumnKind.Count, row => row.Answered),
        new("level-of-offered", ColumnKind.Share, row => row.ServiceLevelOfOffered(settings.AnswerWithin)),
        new("level-of-answered", ColumnKind.Share, row => row.ServiceLevelOfAnswered(settings.AnswerWithin)),
        new("speed-of-answer", ColumnKind.Length, row => row.AverageSpeedOfAnswer),
        new("median-wait", ColumnKind.Length, row => row.AnsweredWaitQuantile(0.5)),
        new("p90-wait", ColumnKind.Length, row => row.AnsweredWaitQuantile(0.9)),
        new("longest-wait", ColumnKind.Length, row => row.Asked > 0 ? row.LongestWait : null),
        new("abandoned", ColumnKind.Count, row => row.Abandoned + row.AbandonedRinging),
        new("abandoned-share", ColumnKind.Share, row => row.Asked > 0 ? (double)(row.Abandoned + row.AbandonedRinging) / row.Asked : null),
        new("abandoned-ringing", ColumnKind.Count, row => row.AbandonedRinging),
        new("handle-time", ColumnKind.Length, row => row.AverageHandleTime),
        new("callbacks", ColumnKind.Count, row => row.Callbacks),
        new("went-back", ColumnKind.Count, row => row.WentBack),
        new("turned-away", ColumnKind.Count, row => row.TurnedAway),
        new("self-service", ColumnKind.Count, row => row.SelfService),
        new("left-greeting", ColumnKind.Count, row => row.LeftGreeting),
        new("announced-right", ColumnKind.Share, row => row.AnnouncedRight),
        new("case-look-ups", ColumnKind.Count, row => row.CaseLookUps),
        new("cases-found", ColumnKind.Count, row => row.CasesFound),
        new("survey-answers", ColumnKind.Count, row => row.SurveyAnswers),
        new("survey-mean", ColumnKind.Mean, row => row.SurveyMean),
    ];

    /// <summary>The figures of consultants.</summary>
    public static IReadOnlyList<Column<ConsultantFigures>> OfConsultants { get; } =
    [
        new("offered", ColumnKind.Count, row => row.Offered),
        new("accepted", ColumnKind.Count, row => row.Accepted),
        new("refused", ColumnKind.Count, row => row.Refused),
        new("missed", ColumnKind.Count, row => row.Missed),
        new("ring-mean", ColumnKind.Length, row => row.Offered > 0 ? row.Ring / row.Offered : null),
        new("talk", ColumnKind.Length, row => row.Talk),
        new("hold", ColumnKind.Length, row => row.Hold),
        new("wrap-up", ColumnKind.Length, row => row.WrapUp),
        new("handle-time", ColumnKind.Length, row => row.AverageHandleTime),
        new("survey-answers", ColumnKind.Count, row => row.Survey.Answers),
        new("survey-mean", ColumnKind.Mean, row => row.Survey.Mean),
    ];

    /// <summary>The answers to the survey.</summary>
    public static IReadOnlyList<Column<SurveyFigures>> OfQuestions { get; } =
    [
        new("survey-answers", ColumnKind.Count, row => row.Answers),
        new("survey-mean", ColumnKind.Mean, row => row.Mean),
        .. SurveyAnswered.Scale.Select(answer => new Column<SurveyFigures>($"survey-{answer}", ColumnKind.Count, row => row.Count(answer))),
    ];

    /// <summary>Single calls.</summary>
    public static IReadOnlyList<Column<CallRow>> OfRows { get; } =
    [
        new("call", ColumnKind.Text, row => row.CallId),
        new("came-at", ColumnKind.Instant, row => row.ArrivedAt),
        new("ended-at", ColumnKind.Instant, row => row.EndedAt),
        new("language", ColumnKind.Text, row => row.Language),
        new("topic", ColumnKind.Text, row => row.Topic),
        new("outcome", ColumnKind.Text, row => row.Outcome.Name()),
        new("wait", ColumnKind.Length, row => row.Wait),
        new("talk", ColumnKind.Length, row => row.Consultant is null ? null : row.Talk),
        new("hold", ColumnKind.Length, row => row.Consultant is null ? null : row.Hold),
        new("wrap-up", ColumnKind.Length, row => row.Consultant is null ? null : row.WrapUp),
        new("consultant", ColumnKind.Text, row => row.Consultant),
        new("ended-by", ColumnKind.Text, row => row.EndedBy.ToString().ToLowerInvariant()),
        new("disposition", ColumnKind.Text, row => row.Disposition),
    ];
}
