using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Infoline.Cases;
using Infoline.Cases.Audit;
using Infoline.Cases.Import;
using Infoline.Cases.Limits;
using Infoline.Cases.Lookup;
using Infoline.Cases.Numbers;
using Infoline.Sql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Benchmarks.Cases;

/// <summary>
/// Look-ups over a large register on both databases: the whole look-up with limits, audit and comparison, beside the bare query and the line of the audit alone, which waits for the disk; and
/// whether the time of an answer tells "there is such a case, the date is wrong" from "there is no such case".
/// </summary>
internal static class LookupBenchmark
{
    private const double MostMilliseconds = 5;
    private const double LeastPValue = 0.01;

    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Cases in the register.", DefaultValueFactory = _ => 1_000_000 };
        var lookups = new Option<int>("--look-ups") { Description = "Look-ups of each kind.", DefaultValueFactory = _ => 20_000 };
        var timings = new Option<int>("--timings") { Description = "Timed answers of each kind, with the answer time of the settings.", DefaultValueFactory = _ => 1_000 };
        var only = new Option<string?>("--only") { Description = "SQLite or PostgreSQL; both when it is left out." };
        var command = new Command("cases", "p99 of a look-up beside the bare query, and the timing of a wrong date against an unknown number.") { rows, lookups, timings, only };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(rows), parsed.GetValue(lookups), parsed.GetValue(timings), parsed.GetValue(only), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rows, int lookups, int timings, string? only, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("infoline-cases-").FullName;
        var file = Path.Combine(folder, "cases.csv");
        CaseFileGenerator.Write(file, rows);
        var good = true;
        await foreach (var (name, database) in BenchmarkDatabases.OpenAsync().WithCancellation(cancellationToken))
        {
            if (only is not null && !string.Equals(only, name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            _ = (ImportResult.Imported)await new CaseImporter(database, TimeProvider.System).ImportAsync(file, _ => { }, null, cancellationToken);
            good &= await CompareWithBareAsync(name, database, rows, lookups, cancellationToken);
            good &= timings == 0 || await CompareTimingsAsync(name, database, rows, timings, cancellationToken);
        }

        Directory.Delete(folder, recursive: true);
        return good ? 0 : 1;
    }

    private static async Task<bool> CompareWithBareAsync(string name, Database database, int rows, int lookups, CancellationToken cancellationToken)
    {
        await using var services = Services(database, answerMilliseconds: 0);
        var lookup = services.GetRequiredService<CaseLookup>();
        var random = new Random(1);
        var audit = services.GetRequiredService<CaseAudit>();
        var (bare, line, whole) = (new double[lookups], new double[lookups], new double[lookups]);
        for (var round = -lookups / 20; round < lookups; round++)
        {
            // The three take turns, so that whatever else the machine does meets all alike.
            var index = random.NextInt64(rows);
            var bareTime = await TimeAsync(() => BareAsync(database, index, cancellationToken));
            var lineTime = await TimeAsync(() => audit.NoteAsync(new CaseAuditEntry(CaseAuditAction.CallerLookup, "benchmark", "benchmark", "benchmark", CaseNumber: null, "no-match"), cancellationToken));
            var wholeTime = await TimeAsync(() => FindAsync(lookup, random.NextInt64(rows), CaseFileGenerator.Born, cancellationToken));
            if (round >= 0)
            {
                (bare[round], line[round], whole[round]) = (bareTime, lineTime, wholeTime);
            }
        }

        Array.Sort(bare);
        Array.Sort(line);
        Array.Sort(whole);
        var p99 = Quantile(whole, 0.99);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, {rows:N0} cases: look-up p50 {Quantile(whole, 0.5):0.00} ms, p99 {p99:0.00} ms (under {MostMilliseconds}); bare query p50 {Quantile(bare, 0.5):0.00} ms, p99 {Quantile(bare, 0.99):0.00} ms; line of the audit alone p50 {Quantile(line, 0.5):0.00} ms, p99 {Quantile(line, 0.99):0.00} ms; ratio of the medians {Quantile(whole, 0.5) / Quantile(bare, 0.5):0.0}."));
        return p99 < MostMilliseconds;
    }

    private static async Task<bool> CompareTimingsAsync(string name, Database database, int rows, int timings, CancellationToken cancellationToken)
    {
        var good = true;
        foreach (var answer in new[] { 0, new CasesOptions().AnswerMilliseconds })
        {
            await using var services = Services(database, answer);
            var lookup = services.GetRequiredService<CaseLookup>();
            var random = new Random(2);
            var (wrongDate, noCase) = (new double[timings], new double[timings]);
            for (var round = -timings / 20; round < timings; round++)
            {
                var isDateFirst = random.Next(2) == 0;
                double Keep(double value, double[] into) => round >= 0 ? into[round] = value : value;
                for (var turn = 0; turn < 2; turn++)
                {
                    // A date that no generated applicant has; a running number behind the last.
                    _ = (turn == 0) == isDateFirst
                        ? Keep(await TimeAsync(() => FindAsync(lookup, random.NextInt64(rows), _ => new DateOnly(1930, 1, 1), cancellationToken)), wrongDate)
                        : Keep(await TimeAsync(() => FindAsync(lookup, rows + 800 + random.NextInt64(rows), _ => new DateOnly(1930, 1, 1), cancellationToken)), noCase);
                }
            }

            var pValue = MannWhitney.PValue(wrongDate, noCase);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, answers {(answer == 0 ? "as fast as they can" : $"after {answer} ms")}:"));
            Console.WriteLine($"  case exists, wrong date  {Distribution(wrongDate)}");
            Console.WriteLine($"  no such case             {Distribution(noCase)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  p-value (Mann-Whitney, two-sided) {pValue:0.000}{(answer == 0 ? ", for comparison only" : pValue >= LeastPValue ? ": cannot be told apart" : ": CAN BE TOLD APART")}"));
            good &= answer == 0 || pValue >= LeastPValue;
        }

        return good;
    }

    private static ServiceProvider Services(Database database, int answerMilliseconds)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddCases();
        services.Configure<CasesOptions>(options => options.AnswerMilliseconds = answerMilliseconds);

        // A look-up counts against limits and does all their work, but the benchmark itself is never paused.
        services.Configure<CasesOptions>(options => options.Limits = new LimitOptions { Call = 100_000, Caller = 100_000, Withheld = 100_000, Case = 100_000, Line = 100_000 });
        return services.BuildServiceProvider();
    }

    private static async Task FindAsync(CaseLookup lookup, long index, Func<long, DateOnly> born, CancellationToken cancellationToken)
    {
        var keys = string.Create(CultureInfo.InvariantCulture, $"{CaseFileGenerator.Running(index)}#{CaseFileGenerator.Year(index)}");
        var number = (TypedCaseNumber.Complete)TypedCaseNumber.Read(keys, new DateOnly(2026, 12, 31));
        var call = Guid.NewGuid().ToString("N");
        var result = await lookup.FindAsync(new LookupRequest(call, call, number, born(index)), cancellationToken);
        if (result is not (LookupResult.Found or LookupResult.NoMatch))
        {
            throw new InvalidOperationException($"A look-up of the benchmark was answered {result.Name}.");
        }
    }

    private static async Task BareAsync(Database database, long index, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        _ = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            "SELECT stage FROM cases WHERE running_number = @running AND year = @year AND birth_date = @born",
            new { running = CaseFileGenerator.Running(index), year = CaseFileGenerator.Year(index), born = CaseFileGenerator.Born(index) }, cancellationToken: cancellationToken));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static string Distribution(double[] values)
    {
        var sorted = values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"p5 {Quantile(sorted, 0.05),8:0.000}  p25 {Quantile(sorted, 0.25),8:0.000}  p50 {Quantile(sorted, 0.5),8:0.000}  p75 {Quantile(sorted, 0.75),8:0.000}  p95 {Quantile(sorted, 0.95),8:0.000} ms");
    }

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
