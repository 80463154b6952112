using Infoline.Desk.Accounts;
using Infoline.Desk.Supervision;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.History;

/// <summary>Reads the history for the page and for its exports.</summary>
internal sealed class HistoryReader(CallStatistics statistics, CallHistory calls, AccountStore accounts, IOptionsMonitor<SupervisionOptions> settings)
{
    /// <summary>What the office has set itself.</summary>
    public SupervisionOptions Settings => settings.CurrentValue;

    /// <summary>All calls of the period in one; null when there was none.</summary>
    public async Task<CallFigures?> TotalAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        (await statistics.CallsAsync(query.ToPeriod(), FigureCut.Total, cancellationToken)) is [var total] ? total : null;

    /// <summary>The figures of calls, cut; not for <see cref="HistoryCut.Consultant"/> and <see cref="HistoryCut.Question"/>.</summary>
    public Task<IReadOnlyList<CallFigures>> CallsAsync(HistoryQuery query, HistoryCut cut, CancellationToken cancellationToken) =>
        statistics.CallsAsync(query.ToPeriod(), cut switch
        {
            HistoryCut.Day => FigureCut.Day,
            HistoryCut.Quarter => FigureCut.Quarter,
            HistoryCut.Language => FigureCut.Language,
            HistoryCut.Topic => FigureCut.Topic,
            _ => throw new ArgumentOutOfRangeException(nameof(cut), cut, "Not a cut of calls."),
        }, cancellationToken);

    /// <summary>The figures of consultants.</summary>
    public Task<IReadOnlyList<ConsultantFigures>> ConsultantsAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        statistics.ConsultantsAsync(query.ToPeriod(), cancellationToken);

    /// <summary>The nodes of the menu.</summary>
    public Task<IReadOnlyList<MenuFigures>> MenuAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        statistics.MenuAsync(query.ToPeriod(), cancellationToken);

    /// <summary>The topics that had a call in the period.</summary>
    public async Task<IReadOnlyList<string>> TopicsAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        [.. (await statistics.CallsAsync(query.ToPeriod() with { Topic = null }, FigureCut.Topic, cancellationToken)).Select(row => row.Name!).Where(name => name.Length > 0)];

    /// <summary>One page of single calls.</summary>
    public Task<CallPage> PageAsync(HistoryQuery query, CallCursor? after, int size, CancellationToken cancellationToken) =>
        calls.SearchAsync(query.ToFilter(), after, size, cancellationToken);

    /// <summary>The names that colleagues see, by the ids that the records carry.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await accounts.ListAsync(cancellationToken)).ToDictionary(account => account.Id.ToString(), account => account.DisplayName, StringComparer.Ordinal);

    /// <summary>The figures as the query cuts them, for an export.</summary>
    public async Task<HistoryTable> FiguresTableAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        if (query.Cut is HistoryCut.Consultant)
        {
            var rows = await ConsultantsAsync(query, cancellationToken);
            return HistoryTable.Of(new("consultant", ColumnKind.Text), Columns.OfConsultants, rows.Select(row => ((object?)row.Consultant, row)));
        }

        if (query.Cut is HistoryCut.Question)
        {
            var rows = await statistics.SurveyAsync(query.ToPeriod(), cancellationToken);
            return HistoryTable.Of(new("question", ColumnKind.Text), Columns.OfQuestions, rows.Select(row => ((object?)row.Name, row)));
        }

        var figures = await CallsAsync(query, query.Cut, cancellationToken);
        return query.Cut is HistoryCut.Day or HistoryCut.Quarter
            ? HistoryTable.Of(new("starts-at", ColumnKind.Instant), Columns.OfCalls(Settings), figures.Select(row => ((object?)row.StartsAt, row)))
            : HistoryTable.Of(new(query.Cut is HistoryCut.Language ? "language" : "topic", ColumnKind.Text), Columns.OfCalls(Settings), figures.Select(row => ((object?)row.Name, row)));
    }

    /// <summary>The single calls of the query, for an export; they are read while it is written.</summary>
    public HistoryTable CallsTable(HistoryQuery query, CancellationToken cancellationToken) =>
        HistoryTable.Of(Columns.OfRows, calls.ExportAsync(query.ToFilter(), cancellationToken));
}
