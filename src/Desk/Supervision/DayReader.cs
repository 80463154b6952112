using Infoline.Records.Figures;
using Infoline.Routing;
using Infoline.Sql;

namespace Infoline.Desk.Supervision;

/// <summary>The figures of the calls of the day that are over.</summary>
/// <param name="Calls">The figures; null before the first reading and on a day without a call.</param>
/// <param name="At">When they were read.</param>
/// <param name="IsCurrent">False while the database does not answer.</param>
internal sealed record DayView(CallFigures? Calls, DateTimeOffset At, bool IsCurrent)
{
    public static DayView None { get; } = new(null, DateTimeOffset.MinValue, IsCurrent: false);
}

/// <summary>
/// Reads the sums of the day, one row, after something happened in the queue, and seldom without that, for calls that never came to
/// it. All open boards of this node share what was read.
/// </summary>
internal sealed class DayReader(CallStatistics statistics, TimeProvider time)
{
    // A record is stored a moment after its call; many that end together are one reading.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    private (DayCounters Counted, int RecordsToStore)? _read;

    public DayView Current { get; private set; } = DayView.None;

    /// <summary>Reads when it is due; true when there is something new to show.</summary>
    public async Task<bool> ReadAsync(BoardSnapshot? board, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var mark = board is null ? _read : (board.Today, board.RecordsToStore);
        var due = Current.At + (mark == _read && Current.IsCurrent && IsSameDay(now) ? Seldom : Settle);
        if (now < due)
        {
            return false;
        }

        try
        {
            var today = OfficeTime.DayOf(now);
            var rows = await statistics.CallsAsync(FigurePeriod.Days(today, today), FigureCut.Total, cancellationToken);
            Current = new DayView(rows.Count > 0 ? rows[0] : null, now, IsCurrent: true);
            _read = mark;
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            // The figures stay as they are and show their age; the next try is as late as any.
            Current = Current with { IsCurrent = false };
        }

        return true;
    }

    private bool IsSameDay(DateTimeOffset now) => OfficeTime.DayOf(now) == OfficeTime.DayOf(Current.At);
}
