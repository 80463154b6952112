using Infoline.Routing;

namespace Infoline.Desk.Supervision;

/// <summary>Who waits on the line in one language, as their own. Callbacks wait too, but nobody listens to music there.</summary>
/// <param name="Code">The two-letter code.</param>
/// <param name="Calls">The callers in the order of the queue; at most the first fifty.</param>
/// <param name="Count">How many, also beyond the first fifty.</param>
/// <param name="Callbacks">How many callers of this language are to be called back.</param>
/// <param name="Spoken">Whether anybody at work speaks it.</param>
/// <param name="Free">How many consultants who speak it are free.</param>
/// <param name="Expected">The wait of somebody who asks now; null while too little is known.</param>
internal sealed record QueueView(string Code, IReadOnlyList<WaitingCall> Calls, int Count, int Callbacks, bool Spoken, int Free, WaitRange? Expected)
{
    /// <summary>Since when the caller waits who waits longest.</summary>
    public DateTimeOffset? Longest => Calls.Count > 0 ? Calls.Min(call => call.ArrivedAt) : null;

    public static QueueView Of(BoardSnapshot board, string code)
    {
        var snapshot = board.Languages.FirstOrDefault(one => string.Equals(one.Language.Value, code, StringComparison.Ordinal));
        var own = (snapshot?.Calls ?? []).Where(call => call.Language == snapshot!.Language).DistinctBy(call => call.Call).ToList();
        var calls = own.Where(call => !call.IsCallback).ToList();
        var beyond = snapshot is null ? 0 : Math.Max(0, snapshot.Waiting - snapshot.Calls.Count);
        return new QueueView(
            code,
            calls,
            calls.Count + beyond,
            own.Count - calls.Count,
            snapshot?.Spoken ?? board.Consultants.Any(one => one.Status is not ConsultantStatus.Offline && Speaks(one, code)),
            board.Consultants.Count(one => one.Status is ConsultantStatus.Available && Speaks(one, code)),
            snapshot?.Expected);
    }

    private static bool Speaks(Consultant consultant, string code) => consultant.Languages.Any(spoken => string.Equals(spoken.Language.Value, code, StringComparison.Ordinal));
}
