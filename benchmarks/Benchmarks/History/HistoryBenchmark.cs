using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Infoline.Records;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Infoline.Sql.Testing;

namespace Infoline.Benchmarks.History;

/// <summary>What each page of the history asks of the database, over a year of very many calls, beside one look at every row.</summary>
internal static class HistoryBenchmark
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);
    private static readonly DateOnly Last = new(2025, 12, 31);
    private static readonly DateOnly First = new(2025, 1, 1);

    public static Command Command()
    {
        var database = new Option<string>("--database") { Description = "sqlite or postgresql (each made for the run), or a connection string of an empty database.", DefaultValueFactory = _ => "sqlite" };
        var calls = new Option<int>("--calls") { Description = "Calls of the year.", DefaultValueFactory = _ => 5_000_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often each page is asked for; the slowest counts.", DefaultValueFactory = _ => 5 };
        var command = new Command("history", "Every page of the history over a year of calls, each under a second.") { database, calls, rounds };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(database)!, parsed.GetValue(calls), parsed.GetValue(rounds), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string where, int calls, int rounds, CancellationToken cancellation)
    {
        await using var test = where switch
        {
            "sqlite" => await TestDatabase.CreateAsync(DatabaseKind.Sqlite, RecordsServices.Schema),
            "postgresql" => await TestDatabase.CreateAsync(DatabaseKind.PostgreSql, RecordsServices.Schema),
            _ => null,
        };
        await using var other = test is null ? await OpenAsync(where, cancellation) : null;
        var database = test?.Database ?? other!;
        var watch = Stopwatch.StartNew();
        await YearOfCalls.FillAsync(database, First, Last, calls, cancellation);
        Console.WriteLine(Line($"{calls:N0} calls from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd} on {database.Dialect.Name}, filled in {watch.Elapsed.TotalSeconds:F0} s"));

        var scan = await TimeAsync(1, () => ScanAsync(database, cancellation));
        Console.WriteLine(Line($"{"every row once (baseline)",-44} {scan.TotalMilliseconds,9:F0} ms"));
        var passed = true;
        foreach (var (name, ask) in Pages(database, cancellation))
        {
            var slowest = await TimeAsync(rounds, ask);
            passed &= slowest < Allowed;
            Console.WriteLine(Line($"{name,-44} {slowest.TotalMilliseconds,9:F1} ms   {slowest / scan,8:F4} of the baseline {(slowest < Allowed ? "" : "  TOO SLOW")}"));
        }

        return passed ? 0 : 1;
    }

    private static IEnumerable<(string Name, Func<Task> Ask)> Pages(Database database, CancellationToken cancellation)
    {
        var (statistics, history) = (new CallStatistics(database), new CallHistory(database));
        var year = FigurePeriod.Days(First, Last);
        var quarter = FigurePeriod.Days(Last.AddDays(-91), Last);
        var all = new CallFilter(year.From, year.To);
        yield return ("figures of the year", () => statistics.CallsAsync(year, FigureCut.Total, cancellation));
        yield return ("figures of the year, one language", () => statistics.CallsAsync(year with { Language = "uk" }, FigureCut.Total, cancellation));
        yield return ("by day", () => statistics.CallsAsync(year, FigureCut.Day, cancellation));
        yield return ("by language", () => statistics.CallsAsync(year, FigureCut.Language, cancellation));
        yield return ("by topic", () => statistics.CallsAsync(year, FigureCut.Topic, cancellation));
        yield return ("by quarter hour, and the week, of 92 days", () => statistics.CallsAsync(quarter, FigureCut.Quarter, cancellation));
        yield return ("by consultant", () => statistics.ConsultantsAsync(year, cancellation));
        yield return ("the menu", () => statistics.MenuAsync(year, cancellation));
        yield return ("the day of the board", () => statistics.CallsAsync(FigurePeriod.Days(Last, Last), FigureCut.Total, cancellation));
        foreach (var (name, filter) in new[] { ("calls", all), ("calls of a language", all with { Language = "uk" }), ("calls of an outcome", all with { Outcome = CallOutcome.CallbackUnreached }), ("calls of a consultant", all with { Consultant = "c3" }), ("calls of a topic", all with { Topic = "topic7" }) })
        {
            yield return ($"{name}, first page", () => history.SearchAsync(filter, null, 50, cancellation));
            yield return ($"{name}, a page in the middle", () => history.SearchAsync(filter, new CallCursor(year.From.AddDays(180), "~"), 50, cancellation));
        }

        yield return ("one call", () => history.FindAsync("S7", cancellation));
        yield return ("the last calls of a caller", () => history.RecentAsync("key7", 5, cancellation));
    }

    private static async Task ScanAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.QuerySingleAsync(new CommandDefinition("SELECT COUNT(*), SUM(wait_ms), SUM(talk_ms), MIN(ended_by) FROM calls", commandTimeout: 600, cancellationToken: cancellation));
    }

    private static async Task<TimeSpan> TimeAsync(int rounds, Func<Task> ask)
    {
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        return slowest;
    }

    private static async Task<Database> OpenAsync(string connection, CancellationToken cancellation)
    {
        if (!DatabaseLocation.TryParse(connection, out var location, out var fault))
        {
            throw new ArgumentException($"--database {fault}", nameof(connection));
        }

        var database = new Database(location);
        await new SchemaUpgrade(database, [RecordsServices.Schema]).RunAsync(cancellation);
        return database;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
