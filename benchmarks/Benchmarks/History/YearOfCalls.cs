using System.Globalization;
using Dapper;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Sql;

namespace Infoline.Benchmarks.History;

/// <summary>
/// Fills the tables of call records as the writer would, but fast: some hundred different calls are computed once by the writer's own
/// sheets and then laid over the office hours of a period.
/// </summary>
internal static class YearOfCalls
{
    private const int Patterns = 400;
    private static readonly string[] Languages = ["pl", "en", "uk"];
    private static readonly string[] Columns =
    [
        "call_id", "caller_key", "version", "arrived_at", "ended_at", "language", "topic", "outcome", "asked_at", "wait_ms", "talk_ms", "hold_ms", "wrap_up_ms",
        "consultant", "ended_by", "disposition", "events",
    ];

    public static async Task FillAsync(Database database, DateOnly first, DateOnly last, int calls, CancellationToken cancellation)
    {
        var random = new Random(1);
        var patterns = Enumerable.Range(0, Patterns).Select(number => Pattern.Of(number, random)).ToList();
        var slots = Slots(first, last);
        var sums = new Dictionary<(FigureTable Table, string Grain, DateTimeOffset StartsAt, string First, string Second), long[]>();
        await using (var connection = await database.OpenAsync(cancellation))
        {
            await using var rows = await BulkInsert.BeginAsync(connection, "calls", Columns, cancellation);
            for (var number = 0; number < calls; number++)
            {
                // One after another through the period, so that the rows lie in the order in which they would have come.
                var slot = slots[(int)((long)number * slots.Count / calls)];
                var pattern = patterns[random.Next(Patterns)];
                await rows.AddAsync(pattern.Row(number, slot.AddSeconds(random.Next(900))), cancellation);
                pattern.AddTo(sums, slot);
            }

            await rows.CompleteAsync(cancellation);
        }

        await AddSumsAsync(database, sums, cancellation);
        await using var analyzing = await database.OpenAsync(cancellation);
        await analyzing.ExecuteAsync(new CommandDefinition("ANALYZE", commandTimeout: 600, commandType: System.Data.CommandType.Text, cancellationToken: cancellation));
    }

    /// <summary>The quarter hours from 8 to 18 in the office, without Saturdays and Sundays.</summary>
    private static List<DateTimeOffset> Slots(DateOnly first, DateOnly last)
    {
        List<DateTimeOffset> slots = [];
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                slots.AddRange(Enumerable.Range(32, 40).Select(quarter => OfficeTime.BeginOf(day).AddMinutes(15 * quarter)));
            }
        }

        return slots;
    }

    private static async Task AddSumsAsync(Database database, Dictionary<(FigureTable Table, string Grain, DateTimeOffset StartsAt, string First, string Second), long[]> sums, CancellationToken cancellation)
    {
        foreach (var table in sums.GroupBy(pair => pair.Key.Table))
        {
            await using var connection = await database.OpenAsync(cancellation);
            await using var rows = await BulkInsert.BeginAsync(connection, table.Key.Name, [.. table.Key.Keys, .. table.Key.Columns], cancellation);
            foreach (var (key, amounts) in table)
            {
                object?[] keys = [key.Grain, key.StartsAt, key.First, key.Second];
                await rows.AddAsync([.. keys.Take(table.Key.Keys.Count), .. amounts.Cast<object?>()], cancellation);
            }

            await rows.CompleteAsync(cancellation);
        }
    }

    /// <summary>A call that comes again and again, at other times.</summary>
    private sealed record Pattern(CallSummary Call, DateTimeOffset At, IReadOnlyList<FigureSheet.Entry> Entries)
    {
        private const string Events = """[{"kind":"arrived","at":"2025-01-01T00:00:00+00:00"}]""";

        public static Pattern Of(int number, Random random)
        {
            var at = new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);
            List<CallEvent> events = [new Arrived(at)];
            DateTimeOffset Next(int most) => at = at.AddSeconds(random.Next(1, most));
            events.Add(new LanguageChosen(Next(9), Languages[number % 3]));
            for (var step = random.Next(1, 6); step > 0; step--)
            {
                events.Add(new Stepped(Next(30), $"topic{random.Next(15)}", "1"));
            }

            if (random.Next(5) < 3)
            {
                events.Add(new AskedForConsultant(Next(5), $"topic{random.Next(15)}"));
                if (random.Next(10) < 8)
                {
                    var consultant = $"c{random.Next(60)}";
                    events.Add(new Offered(Next(90), "1", consultant));
                    events.Add(new OfferEnded(Next(9), "1", OfferOutcome.Accepted));
                    events.Add(new Connected(at, "1", consultant));
                    events.Add(new ConversationEnded(Next(400), EndedBy.Caller));
                    events.Add(new WrapUpEnded(Next(60), consultant));
                }
                else if (random.Next(3) == 0)
                {
                    events.Add(new CallbackRequested(Next(60)));
                    events.Add(new CallbackAttempted(Next(60), 3, "gave-up"));
                }
            }

            events.Add(new Ended(Next(200), EndedBy.Caller));
            var summary = CallSummary.Of(CallRecord.Of("pattern", null, events));
            return new Pattern(summary, summary.ArrivedAt, [.. FigureSheet.Of(summary).Entries]);
        }

        public IReadOnlyList<object?> Row(int number, DateTimeOffset at) =>
        [
            string.Create(CultureInfo.InvariantCulture, $"S{number}"),
            string.Create(CultureInfo.InvariantCulture, $"key{number % 500_000}"),
            0L,
            at,
            at + (Call.EndedAt - At),
            Call.Language,
            Call.Topic,
            Call.Outcome.Name(),
            Call.AskedAt is { } asked ? at + (asked - At) : null,
            (long?)Call.Wait?.TotalMilliseconds,
            (long)Call.Talk.TotalMilliseconds,
            (long)Call.Hold.TotalMilliseconds,
            (long)Call.WrapUp.TotalMilliseconds,
            Call.Consultant,
            Call.EndedBy.ToString(),
            null,
            Events,
        ];

        /// <summary>Adds what this call counts for, as if all of it happened in the quarter hour in which it came.</summary>
        public void AddTo(Dictionary<(FigureTable Table, string Grain, DateTimeOffset StartsAt, string First, string Second), long[]> sums, DateTimeOffset slot)
        {
            var day = OfficeTime.BeginOf(OfficeTime.DayOf(slot));
            foreach (var entry in Entries)
            {
                var key = (entry.Table, entry.Grain, entry.Grain is FigureSheet.Day ? day : slot, entry.First, entry.Second);
                if (!sums.TryGetValue(key, out var amounts))
                {
                    sums.Add(key, amounts = new long[entry.Table.Columns.Count]);
                }

                for (var column = 0; column < amounts.Length; column++)
                {
                    var amount = entry.Amounts[column];
                    amounts[column] = string.Equals(entry.Table.Columns[column], entry.Table.Highest, StringComparison.Ordinal) ? Math.Max(amounts[column], amount) : amounts[column] + amount;
                }
            }
        }
    }
}
