using Infoline.Routing;

namespace Infoline.Desk.Supervision;

/// <summary>
/// The figures of the local day as the queue counted them, to the second. The same formulas as those of the history, so that both say
/// the same of calls that are over.
/// </summary>
/// <param name="Asked">Callers who asked for a consultant.</param>
/// <param name="Offered">Of these, those who do not wait any more: answered, gone, or to be called back.</param>
/// <param name="Answered">Conversations begun, callbacks too.</param>
/// <param name="InTime">Of these, begun within the time limit.</param>
/// <param name="SpeedOfAnswer">The mean wait of the answered; null before the first.</param>
/// <param name="Abandoned">Callers who hung up while waiting.</param>
/// <param name="AbandonedShort">Of these, those who hardly waited.</param>
/// <param name="AbandonedRinging">Of these, those for whom a consultant was being rung.</param>
internal sealed record TodayFigures(long Asked, long Offered, long Answered, long InTime, TimeSpan? SpeedOfAnswer, long Abandoned, long AbandonedShort, long AbandonedRinging)
{
    /// <summary>Answered in time, of answered.</summary>
    public double? LevelOfAnswered => Answered > 0 ? (double)InTime / Answered : null;

    /// <summary>Answered in time, of offered.</summary>
    public double? LevelOfOffered => Offered > 0 ? (double)InTime / Offered : null;

    /// <summary>Hung up while waiting, of offered.</summary>
    public double? AbandonedShare => Offered > 0 ? (double)Abandoned / Offered : null;

    public static TodayFigures Of(BoardSnapshot board, SupervisionOptions settings)
    {
        var counted = board.Today;
        var onTheLine = board.Languages.SelectMany(language => language.Calls).Where(call => !call.IsCallback).DistinctBy(call => call.Call).Count()
            + board.Consultants.Count(one => one.Status is ConsultantStatus.Reserved);
        return new TodayFigures(
            counted.Joined,
            // Who waits since yesterday, or is rung as a callback, did not ask today.
            Math.Max(counted.Joined - onTheLine, counted.Connected + counted.Abandoned),
            counted.Connected,
            counted.AnsweredAfter.Within(settings.AnswerWithin),
            counted.AverageWait,
            counted.Abandoned,
            counted.AbandonedAfter.Within(settings.ShortAbandonment),
            counted.AbandonedRinging);
    }
}
