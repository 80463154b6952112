using System.CommandLine;
using System.Globalization;

namespace Infoline.Benchmarks.Voice;

/// <summary>
/// Loads a step of the menu, signed as the vendor signs, and beside it a bare Kestrel endpoint that returns the same bytes; both
/// servers are processes of their own, and rounds alternate, so that whatever else the machine does meets both alike.
/// </summary>
internal static class VoiceBenchmark
{
    /// <summary>The share of the bare endpoint's throughput that the hotline has to reach.</summary>
    private const double Required = 0.6;

    private const long MostBytesAtRest = 200L * 1024 * 1024;

    public static IEnumerable<Command> Commands()
    {
        var seconds = new Option<double>("--seconds") { Description = "Length of each round.", DefaultValueFactory = _ => 5 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds for each of the two servers.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Connections that ask one request after another.", DefaultValueFactory = _ => 32 };
        var voice = new Command("voice", "Throughput and p99 of a signed menu webhook against a bare endpoint, and the host's memory at rest.") { seconds, rounds, connections };
        voice.SetAction((parsed, cancellation) =>
            RunAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), parsed.GetValue(connections), cancellation));
        return [voice, BareServer.Command()];
    }

    private static async Task<int> RunAsync(TimeSpan length, int rounds, int connections, CancellationToken cancellation)
    {
#if DEBUG
        Console.WriteLine("This is a debug build; run it with -c Release, or the figures mean little.");
#endif
        await using var host = await ServerProcess.StartHostAsync(cancellation);
        await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
        var atRest = host.WorkingSet;
        var hostRequests = SignedWebhooks.For(host.Address);
        var document = await LoadRun.OnceAsync(host.Address, hostRequests[0], cancellation);
        await using var bare = await ServerProcess.StartBareAsync(document, cancellation);
        var bareRequests = SignedWebhooks.For(bare.Address);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A document of {document.Length} bytes, {connections} connections, {rounds} rounds of {length.TotalSeconds} s each"));
        await LoadRun.ForAsync(bare, bareRequests, document.Length, connections, length / 2, cancellation);
        await LoadRun.ForAsync(host, hostRequests, document.Length, connections, length / 2, cancellation);
        List<LoadResult> ofBare = [], ofHost = [];
        for (var round = 0; round < rounds; round++)
        {
            ofBare.Add(await LoadRun.ForAsync(bare, bareRequests, document.Length, connections, length, cancellation));
            ofHost.Add(await LoadRun.ForAsync(host, hostRequests, document.Length, connections, length, cancellation));
        }

        Print("bare endpoint", ofBare);
        Print("/voice/menu", ofHost);
        var ratio = Median(ofHost, result => result.PerSecond) / Median(ofBare, result => result.PerSecond);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio           {ratio:0.00} of the bare endpoint's throughput (at least {Required:0.0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory          {Mebibytes(atRest):0} MiB at rest (under {Mebibytes(MostBytesAtRest):0}), {Mebibytes(host.WorkingSet):0} MiB after the load"));
        return ratio >= Required && atRest < MostBytesAtRest ? 0 : 1;
    }

    private static void Print(string name, List<LoadResult> results) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-15} {Median(results, result => result.PerSecond),8:0} requests/s   p50 {Median(results, result => result.Median.TotalMilliseconds):0.00} ms   p99 {Median(results, result => result.P99.TotalMilliseconds):0.00} ms   {Median(results, result => result.ServerTimePerRequest.TotalMicroseconds):0.0} µs of the server's processor time each"));

    private static double Median(List<LoadResult> results, Func<LoadResult, double> of) => results.Select(of).Order().ElementAt(results.Count / 2);

    private static double Mebibytes(long bytes) => bytes / 1024d / 1024d;
}
