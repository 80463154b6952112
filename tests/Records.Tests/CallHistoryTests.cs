using CsCheck;
using Dapper;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Records.Retention;
using Infoline.Sql.Testing;

namespace Infoline.Records.Tests;

public sealed class CallHistoryTests
{
    private static readonly CallFilter Week = new(Histories.Monday, Histories.Monday.AddDays(7));

    [Theory, OnEachDatabase]
    public async Task Pages_of_any_size_together_hold_every_call_once_newest_first(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var records = Histories.Of(40, seed: 4);
        foreach (var record in records)
        {
            await line.WriteAsync(record);
        }

        foreach (var filter in new[] { Week, Week with { Language = "pl" }, Week with { Outcome = CallOutcome.Answered }, Week with { Consultant = "anna" }, Week with { Topic = "card" }, Week with { CallerKey = "key2" } })
        {
            var expected = records.Select(record => (record, call: CallSummary.Of(record)))
                .Where(each => (filter.Language is null || each.call.Language == filter.Language) && (filter.Outcome is null || each.call.Outcome == filter.Outcome)
                    && (filter.Consultant is null || each.call.Consultant == filter.Consultant) && (filter.Topic is null || each.call.Topic == filter.Topic)
                    && (filter.CallerKey is null || each.record.CallerKey == filter.CallerKey))
                .OrderByDescending(each => each.call.ArrivedAt).Select(each => each.record.CallId).ToList();
            expected.ShouldNotBeEmpty();
            List<string> found = [];
            CallCursor? after = null;
            do
            {
                var page = await line.History.SearchAsync(filter, after, 7, CancellationToken.None);
                page.Calls.Count.ShouldBeLessThanOrEqualTo(7);
                found.AddRange(page.Calls.Select(call => call.CallId));
                after = page.Next;
            }
            while (after is not null);

            found.ShouldBe(expected);
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_last_calls_of_a_caller_come_newest_first(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        foreach (var day in Enumerable.Range(0, 6))
        {
            await line.WriteAsync(CallRecord.Of($"CA{day}", day == 3 ? "other" : "mine", [new Arrived(Histories.Monday.AddDays(day)), new Ended(Histories.Monday.AddDays(day).AddMinutes(1), EndedBy.Caller)]));
        }

        (await line.History.RecentAsync("mine", 3, CancellationToken.None)).Select(call => call.CallId).ShouldBe(["CA5", "CA4", "CA2"]);
    }

    [Theory, OnEachDatabase]
    public async Task Every_query_of_a_page_goes_by_an_index(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        await using var connection = await line.Database.OpenAsync(CancellationToken.None);
        if (kind == DatabaseKind.PostgreSql)
        {
            // An empty table is always read whole; what matters is that an index can serve the query.
            await connection.ExecuteAsync("SET enable_seqscan = off");
        }

        var searches = new[] { Week, Week with { Language = "pl" }, Week with { Outcome = CallOutcome.Answered }, Week with { Consultant = "anna" }, Week with { Topic = "card" }, Week with { CallerKey = "k" } }
            .SelectMany(filter => new[] { (CallHistory.SearchSql(filter, hasCursor: false), CallHistory.Values(filter, null, 50)), (CallHistory.SearchSql(filter, hasCursor: true), CallHistory.Values(filter, new CallCursor(Histories.Monday, "CA"), 50)) });
        var statistics = Enum.GetValues<FigureCut>().Select(cut => (CallStatistics.CallsSql(Line.Week, cut), CallStatistics.Values(Line.Week, cut)));
        (string, object)[] others = [(RecordingRegister.DueSql, new { now = Histories.Monday, most = 5 }), (CallHistory.RecentSql, new { callerKey = "k", most = 5 }), (CallStatistics.ConsultantsSql, CallStatistics.Values(Line.Week, FigureCut.Total)), (CallStatistics.SurveySql("question"), CallStatistics.Values(Line.Week, FigureCut.Total)), (CallStatistics.SurveySql("consultant"), CallStatistics.Values(Line.Week, FigureCut.Total)), (CallStatistics.MenuSql(Line.Week), CallStatistics.Values(Line.Week, FigureCut.Day))];
        foreach (var (query, values) in searches.Concat(statistics).Concat(others))
        {
            var plan = string.Join('\n', (await connection.QueryAsync(line.Database.Dialect.Explain(query), values)).Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)));

            plan.ShouldMatch("(?i)(USING (COVERING )?INDEX|Index (Only )?Scan|Bitmap Index Scan)", query);
            plan.ShouldNotMatch("(?i)(\\bSCAN (calls|call_figures|consultant_figures|menu_figures|survey_figures|call_recordings)\\b|Seq Scan)", query);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_search_by_period_needs_no_sorting(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        await using var connection = await line.Database.OpenAsync(CancellationToken.None);
        if (kind == DatabaseKind.PostgreSql)
        {
            await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_bitmapscan = off");
        }

        var plan = string.Join('\n', (await connection.QueryAsync(line.Database.Dialect.Explain(CallHistory.SearchSql(Week with { Language = "pl" }, hasCursor: true)), CallHistory.Values(Week with { Language = "pl" }, new CallCursor(Histories.Monday, "CA"), 50)))
            .Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)));

        plan.ShouldNotMatch("(?i)(temp b-tree|Sort)");
    }
}
