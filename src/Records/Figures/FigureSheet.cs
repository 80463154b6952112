using System.Data.Common;
using Dapper;
using Infoline.Records.Calls;

namespace Infoline.Records.Figures;

/// <summary>
/// What one call adds to the sums. The sheet of what is already counted is taken away from the sheet of what is known now, so a
/// record that is completed later counts once.
/// </summary>
internal sealed class FigureSheet
{
    public const string Quarter = "quarter";
    public const string Day = "day";

    private readonly Dictionary<(FigureTable Table, Row Row), Dictionary<string, long>> _amounts = [];

    /// <summary>The amounts of a call.</summary>
    public static FigureSheet Of(CallSummary call)
    {
        var sheet = new FigureSheet();
        sheet.CountCall(call);
        sheet.CountOffers(call);
        sheet.CountMenu(call);
        sheet.CountSurvey(call);
        return sheet;
    }

    /// <summary>The amounts as they are, for whoever fills the tables without the writer.</summary>
    public IEnumerable<Entry> Entries => _amounts.Select(pair => new Entry(
        pair.Key.Table, pair.Key.Row.Grain, pair.Key.Row.First, pair.Key.Row.Second, [.. pair.Key.Table.Columns.Select(column => pair.Value.GetValueOrDefault(column))]));

    /// <summary>Takes away what is counted already.</summary>
    public FigureSheet Minus(FigureSheet counted)
    {
        foreach (var ((table, row), amounts) in counted._amounts)
        {
            foreach (var (column, amount) in amounts.Where(each => !string.Equals(each.Key, table.Highest, StringComparison.Ordinal)))
            {
                Add(table, row, column, -amount);
            }
        }

        return this;
    }

    /// <summary>Adds the amounts to the tables, rows in one order so that nodes never wait for each other in a circle.</summary>
    public async Task AddToAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var ((table, row), amounts) in _amounts
            .Where(each => each.Value.Values.Any(amount => amount != 0))
            .OrderBy(each => each.Key.Table.Name, StringComparer.Ordinal).ThenBy(each => each.Key.Row.Grain, StringComparer.Ordinal)
            .ThenBy(each => each.Key.Row.StartsAt).ThenBy(each => each.Key.Row.First, StringComparer.Ordinal).ThenBy(each => each.Key.Row.Second, StringComparer.Ordinal))
        {
            var parameters = new DynamicParameters();
            object[] keys = [row.Grain, row.StartsAt, row.First, row.Second];
            for (var index = 0; index < table.Keys.Count; index++)
            {
                parameters.Add(table.Keys[index], keys[index]);
            }

            foreach (var column in table.Columns)
            {
                parameters.Add(column, amounts.GetValueOrDefault(column));
            }

            await connection.ExecuteAsync(new CommandDefinition(table.Addition, parameters, transaction, cancellationToken: cancellationToken));
        }
    }

    /// <summary>A highest value cannot be taken away, so where this sheet had set one it is found anew among the calls.</summary>
    public async Task RecountHighestAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Recount = """
            UPDATE call_figures SET longest_wait_ms = COALESCE((SELECT MAX(wait_ms) FROM calls
                WHERE arrived_at >= @StartsAt AND arrived_at < @end AND COALESCE(language, '') = @First AND COALESCE(topic, '') = @Second), 0)
            WHERE grain = @Grain AND starts_at = @StartsAt AND language = @First AND topic = @Second
            """;
        foreach (var row in _amounts.Where(each => each.Value.GetValueOrDefault(CallFigureColumns.LongestWait) > 0).Select(each => each.Key.Row))
        {
            var end = row.Grain is Day ? OfficeTime.BeginOf(OfficeTime.DayOf(row.StartsAt).AddDays(1)) : row.StartsAt.AddMinutes(15);
            await connection.ExecuteAsync(new CommandDefinition(Recount, new { row.Grain, row.StartsAt, end, row.First, row.Second }, transaction, cancellationToken: cancellationToken));
        }
    }

    private void CountCall(CallSummary call)
    {
        foreach (var (grain, startsAt) in Slots(call.ArrivedAt))
        {
            var row = new Row(grain, startsAt, call.Language ?? "", call.Topic ?? "");
            void Count(string column, long amount) => Add(FigureTable.Calls, row, column, amount);

            Count("arrived", 1);
            Count(call.Outcome.Name().Replace('-', '_'), 1);
            Count("asked", call.AskedAt is null ? 0 : 1);
            Count("callbacks", call.WantsCallback ? 1 : 0);
            Count("talk_ms", Milliseconds(call.Talk));
            Count("hold_ms", Milliseconds(call.Hold));
            Count("wrap_up_ms", Milliseconds(call.WrapUp));
            Count("look_ups", call.CaseLookUps.All);
            Count("look_ups_found", call.CaseLookUps.Found);
            Count("survey_answers", call.Survey.Count);
            Count("survey_sum", call.Survey.Sum(each => each.Answer));
            if (call.Wait is { } wait)
            {
                Count("wait_ms", call.Outcome == CallOutcome.Answered ? Milliseconds(wait) : 0);
                Count(call.Outcome == CallOutcome.Answered ? $"answered_{CallFigureColumns.BandOf(wait)}" : $"lost_{CallFigureColumns.BandOf(wait)}", 1);
                Count(CallFigureColumns.LongestWait, Milliseconds(wait));
                if (call.Announced is { LowSeconds: { } low, HighSeconds: { } high })
                {
                    Count("announced", 1);
                    Count("announced_right", wait >= TimeSpan.FromSeconds(low) && wait <= TimeSpan.FromSeconds(high) ? 1 : 0);
                }
            }
        }
    }

    private void CountOffers(CallSummary call)
    {
        foreach (var offer in call.Offers)
        {
            foreach (var (grain, startsAt) in Slots(offer.At))
            {
                var row = new Row(grain, startsAt, offer.Consultant);
                Add(FigureTable.Consultants, row, "offered", 1);
                Add(FigureTable.Consultants, row, "accepted", offer.Outcome == OfferOutcome.Accepted ? 1 : 0);
                Add(FigureTable.Consultants, row, "refused", offer.Outcome == OfferOutcome.Refused ? 1 : 0);
                Add(FigureTable.Consultants, row, "missed", offer.Outcome == OfferOutcome.Missed ? 1 : 0);
                Add(FigureTable.Consultants, row, "ring_ms", Milliseconds(offer.Rang));
                Add(FigureTable.Consultants, row, "talk_ms", Milliseconds(offer.Talk));
                Add(FigureTable.Consultants, row, "hold_ms", Milliseconds(offer.Hold));
                Add(FigureTable.Consultants, row, "wrap_up_ms", Milliseconds(offer.WrapUp));
            }
        }
    }

    private void CountMenu(CallSummary call)
    {
        var startsAt = OfficeTime.BeginOf(OfficeTime.DayOf(call.ArrivedAt));
        for (var index = 0; index < call.Path.Count; index++)
        {
            var row = new Row(Day, startsAt, call.Language ?? "", call.Path[index]);
            var last = index == call.Path.Count - 1;
            Add(FigureTable.Menu, row, "entered", 1);
            Add(FigureTable.Menu, row, last ? call.AskedAt is not null || call.Outcome == CallOutcome.TurnedAway ? "asked" : "ended" : "went_on", 1);
        }
    }

    private void CountSurvey(CallSummary call)
    {
        foreach (var (grain, startsAt) in Slots(call.ArrivedAt))
        {
            foreach (var answer in call.Survey)
            {
                Add(FigureTable.Survey, new Row(grain, startsAt, answer.Question, answer.Consultant ?? ""), FigureTable.Survey.Sums[answer.Answer - SurveyAnswered.Worst], 1);
            }
        }
    }

    private void Add(FigureTable table, Row row, string column, long amount)
    {
        if (!_amounts.TryGetValue((table, row), out var amounts))
        {
            _amounts.Add((table, row), amounts = new(StringComparer.Ordinal));
        }

        amounts[column] = amounts.GetValueOrDefault(column) + amount;
    }

    private static IEnumerable<(string Grain, DateTimeOffset StartsAt)> Slots(DateTimeOffset instant) =>
        [(Quarter, OfficeTime.QuarterOf(instant)), (Day, OfficeTime.BeginOf(OfficeTime.DayOf(instant)))];

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    /// <summary>What a sheet adds to one row.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Grain"><see cref="Quarter"/> or <see cref="Day"/>.</param>
    /// <param name="First">The first key after the time.</param>
    /// <param name="Second">The second; empty where the table has none.</param>
    /// <param name="Amounts">In the order of the table's columns.</param>
    public sealed record Entry(FigureTable Table, string Grain, string First, string Second, IReadOnlyList<long> Amounts);

    private sealed record Row(string Grain, DateTimeOffset StartsAt, string First, string Second = "");
}
