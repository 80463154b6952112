using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Infoline.Benchmarks.Routing;

/// <summary>
/// The steps of a call through the queue: beside trivial scripts on the same store in alternating rounds, in a small line beside a
/// national one, and from a consultant getting free to the host being told to dial.
/// </summary>
internal static class RoutingBenchmark
{
    /// <summary>The share of a trivial script's throughput that a step has to reach.</summary>
    private const double RequiredShare = 0.6;

    /// <summary>How much longer a step may take in the national line.</summary>
    private const double MostGrowth = 1.5;

    private static readonly TimeSpan LongestToDial = TimeSpan.FromMilliseconds(50);

    public static Command Command()
    {
        var store = new Option<string>("--store") { Description = "redis (started for the run), embedded, or a connection string.", DefaultValueFactory = _ => "redis" };
        var calls = new Option<int>("--calls") { Description = "Calls of each round.", DefaultValueFactory = _ => 1000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each measurement.", DefaultValueFactory = _ => 5 };
        var consultants = new Option<int>("--consultants") { Description = "Consultants of the national line.", DefaultValueFactory = _ => 10_000 };
        var waiting = new Option<int>("--waiting") { Description = "Waiting callers of the national line.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("routing", "Enqueue, offer, accept, complete beside trivial scripts; a small line beside a national one; time from free to dial.")
        {
            store, calls, rounds, consultants, waiting,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(store)!, parsed.GetValue(calls), parsed.GetValue(rounds), parsed.GetValue(consultants), parsed.GetValue(waiting), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string store, int calls, int rounds, int consultants, int waiting, CancellationToken cancellation)
    {
#if DEBUG
        Console.WriteLine("This is a debug build; run it with -c Release, or the figures mean little.");
#endif
        await using var server = await BenchmarkStore.StartAsync(store, cancellation);
        var passed = await CompareWithTrivialScriptsAsync(server, calls, rounds, cancellation);
        passed &= await CompareSizesAsync(server, calls, rounds, consultants, waiting, cancellation);
        passed &= await MeasureTimeToDialAsync(server, calls, cancellation);
        return passed ? 0 : 1;
    }

    private static async Task<bool> CompareWithTrivialScriptsAsync(BenchmarkStore server, int calls, int rounds, CancellationToken cancellation)
    {
        Console.WriteLine(Line($"One after another, {rounds} rounds of {calls} calls, each step one round trip"));
        await using var line = server.Open("steps");
        await line.RoundAsync(calls / 4, cancellation);
        await line.TrivialAsync(calls, cancellation);
        var (trivial, steps) = (new List<double>(), new List<StepTimes>());
        for (var round = 0; round < rounds; round++)
        {
            trivial.Add(await line.TrivialAsync(calls, cancellation));
            steps.Add(await line.RoundAsync(calls, cancellation));
        }

        var baseline = Median(trivial);
        Console.WriteLine(Line($"  {"trivial script",-16}{1e6 / baseline,8:0} a second   {baseline,7:0.0} µs"));
        var passed = true;
        foreach (var (name, of) in StepTimes.Steps)
        {
            var each = Median(steps.Select(of));
            Console.WriteLine(Line($"  {name,-16}{1e6 / each,8:0} a second   {each,7:0.0} µs   ratio {baseline / each:0.00} (at least {RequiredShare:0.0})"));
            passed &= baseline / each >= RequiredShare;
        }

        return passed;
    }

    private static async Task<bool> CompareSizesAsync(BenchmarkStore server, int calls, int rounds, int consultants, int waiting, CancellationToken cancellation)
    {
        await using var small = server.Open("small");
        await using var large = server.Open("large");
        await small.FillAsync(5, 10, cancellation);
        var since = Stopwatch.GetTimestamp();
        await large.FillAsync(consultants, waiting, cancellation);
        Console.WriteLine(Line($"A line of 5 consultants and 10 waiting beside one of {consultants} and {waiting} (filled in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s)"));
        var (ofSmall, ofLarge) = (new List<StepTimes>(), new List<StepTimes>());
        await small.RoundAsync(calls / 4, cancellation);
        await large.RoundAsync(calls / 4, cancellation);
        for (var round = 0; round < rounds; round++)
        {
            ofSmall.Add(await small.RoundAsync(calls, cancellation));
            ofLarge.Add(await large.RoundAsync(calls, cancellation));
        }

        var passed = true;
        foreach (var (name, of) in StepTimes.Steps)
        {
            var (few, many) = (Median(ofSmall.Select(of)), Median(ofLarge.Select(of)));
            Console.WriteLine(Line($"  {name,-16}{few,7:0.0} µs   {many,7:0.0} µs   growth {many / few:0.00} (at most {MostGrowth:0.0})"));
            passed &= many / few <= MostGrowth;
        }

        return passed;
    }

    private static async Task<bool> MeasureTimeToDialAsync(BenchmarkStore server, int calls, CancellationToken cancellation)
    {
        await using var line = server.Open("dial");
        await line.FillAsync(5, 1000, cancellation);
        var times = await line.TimesToDialAsync(calls, cancellation);
        times.Sort();
        var (p50, p99) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
        Console.WriteLine(Line(
            $"From a consultant getting free to the host being told to dial, 1000 waiting: p50 {p50.TotalMilliseconds:0.00} ms, p99 {p99.TotalMilliseconds:0.00} ms (under {LongestToDial.TotalMilliseconds:0})"));
        return p99 < LongestToDial;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
