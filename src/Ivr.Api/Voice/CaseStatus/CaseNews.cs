using Infoline.Cases.Numbers;
using Infoline.Cases.Register;
using Infoline.Cases.Stages;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>What a verified caller is told: the stage, and of the dates, places and missing things those that belong to it.</summary>
internal sealed record CaseNews(long CaseId, CaseStage Stage, DateOnly Since)
{
    public IReadOnlyList<MissingItem> Missing { get; init; } = [];

    public DateOnly? AnswerUntil { get; init; }

    public DateTimeOffset? VisitAt { get; init; }

    public DateOnly? CardFrom { get; init; }

    /// <summary>The office's own words for where the card is; they can only be said by a synthetic voice.</summary>
    public string? CardPlace { get; init; }

    /// <summary>Chosen by the stage: an older summons or visit that the register still holds would mislead.</summary>
    public static CaseNews Of(CaseFile file)
    {
        var news = new CaseNews(file.Id, file.Stage, file.Since);
        return file.Stage switch
        {
            CaseStage.FormalDefects or CaseStage.FeeMissing or CaseStage.Summons or CaseStage.FingerprintsSummons => news with { Missing = file.Missing, AnswerUntil = file.AnswerUntil },
            CaseStage.VisitSet => news with { VisitAt = file.VisitAt },
            CaseStage.CardReady => news with { CardFrom = file.CardFrom, CardPlace = file.CardPlace },
            _ => news,
        };
    }

    /// <summary>The sentences in their order, without the place of the card.</summary>
    public IEnumerable<Line> Lines(DateTimeOffset now)
    {
        var today = OfficeDay.Of(now);
        yield return CasePrompts.Stage(Stage);
        if (CanBeSaid(Since))
            yield return Dated(CasePrompts.Since, Since);
        foreach (var item in Missing)
            yield return CasePrompts.Missing(item);
        if (AnswerUntil is { } until && CanBeSaid(until))
            yield return Dated(until < today ? CasePrompts.AnswerUntilPassed : CasePrompts.AnswerUntil, until);
        if (VisitAt is { } visit && visit > now && CanBeSaid(OfficeDay.Of(visit)))
            yield return new Line(CasePrompts.Visit, VisitArguments(visit));
        if (CardFrom is { } from && CanBeSaid(from))
            yield return Dated(CasePrompts.CardFrom, from);
    }

    /// <summary>The values of <see cref="CasePrompts.Visit"/>.</summary>
    public static IReadOnlyDictionary<string, Spoken> VisitArguments(DateTimeOffset visit)
    {
        var (day, time) = (OfficeDay.Of(visit), OfficeDay.TimeOf(visit));
        return new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["weekday"] = Spoken.Weekday(day.DayOfWeek), ["date"] = Spoken.Date(day), ["time"] = Spoken.Time(time) };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(CaseNews)} {{ {Stage} }}";

    private static Line Dated(PromptKey prompt, DateOnly date) => new(prompt, new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["date"] = Spoken.Date(date) });

    // A date outside of these years is a slip in the office's own system; the letter has the right one.
    private static bool CanBeSaid(DateOnly date) => date.Year is >= 2000 and <= 2099;
}
