using Infoline.Desk.Accounts;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Sql;

namespace Infoline.Desk.Work;

/// <summary>What a consultant has done today.</summary>
/// <param name="Figures">The sums of the day.</param>
/// <param name="Last">The last calls that ended with this consultant, newest first.</param>
internal sealed record MyDayView(ConsultantFigures Figures, IReadOnlyList<CallRow> Last);

/// <summary>Reads a consultant's own day from the records of calls that are over.</summary>
internal sealed class MyDayReader(CallStatistics statistics, CallHistory history, TimeProvider time)
{
    private const int MostCalls = 8;

    /// <summary>The day so far; null while the database does not answer.</summary>
    public async Task<MyDayView?> ReadAsync(AccountId consultant, CancellationToken cancellationToken)
    {
        var id = consultant.ToString();
        var today = OfficeTime.DayOf(time.GetUtcNow());
        var period = FigurePeriod.Days(today, today);
        try
        {
            var all = await statistics.ConsultantsAsync(period, cancellationToken);
            var calls = await history.SearchAsync(new CallFilter(period.From, period.To) { Consultant = id }, after: null, MostCalls, cancellationToken);
            return new MyDayView(all.FirstOrDefault(one => string.Equals(one.Consultant, id, StringComparison.Ordinal)) ?? new ConsultantFigures { Consultant = id }, calls.Calls);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return null;
        }
    }
}
