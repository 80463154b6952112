using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Infoline.Cases.Import;

namespace Infoline.Benchmarks.Cases;

/// <summary>
/// Imports generated rows into both databases, again, and a tenth of them first, whose peak of memory is the baseline: an import
/// whose memory grows with the file would show a ratio near ten.
/// </summary>
internal static class ImportBenchmark
{
    private const double MostMemoryRatio = 2;

    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Rows of the file.", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("import", "Time and peak memory of importing a file into the register of cases, new and again, on both databases.") { rows };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(rows), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rows, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("infoline-import-").FullName;
        var (small, large) = (Path.Combine(folder, "small.csv"), Path.Combine(folder, "large.csv"));
        CaseFileGenerator.Write(small, rows / 10);
        CaseFileGenerator.Write(large, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The file has {rows:N0} rows and {new FileInfo(large).Length / 1048576.0:0} MiB."));
        var good = true;
        await foreach (var (name, database) in BenchmarkDatabases.OpenAsync().WithCancellation(cancellationToken))
        {
            var importer = new CaseImporter(database, TimeProvider.System);
            var baseline = await MeasureAsync($"{name}, a tenth", () => importer.ImportAsync(small, Fail, null, cancellationToken));
            var first = await MeasureAsync($"{name}, all", () => importer.ImportAsync(large, Fail, null, cancellationToken));
            await MeasureAsync($"{name}, again", () => importer.ImportAsync(large, Fail, null, cancellationToken));
            var ratio = (double)first / baseline;
            good &= ratio <= MostMemoryRatio;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: ten times the rows take {ratio:0.00} times the peak memory (at most {MostMemoryRatio})."));
        }

        Directory.Delete(folder, recursive: true);
        return good ? 0 : 1;
    }

    private static async Task<long> MeasureAsync(string what, Func<Task<ImportResult>> import)
    {
        GC.Collect();
        using var done = new CancellationTokenSource();
        var peak = PeakAsync(done.Token);
        var began = Stopwatch.GetTimestamp();
        var result = await import();
        var elapsed = Stopwatch.GetElapsedTime(began);
        await done.CancelAsync();
        var most = await peak;
        var counts = (ImportResult.Imported)result;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-20} {elapsed.TotalSeconds,7:0.0} s  {(counts.New + counts.Changed + counts.Unchanged) / elapsed.TotalSeconds,9:N0} rows/s  peak {most / 1048576.0,5:0} MiB  ({counts.New:N0} new, {counts.Changed:N0} changed, {counts.Unchanged:N0} unchanged)"));
        return most;
    }

    // The working set, which holds what SQLite and the drivers take outside of the managed heap.
    private static async Task<long> PeakAsync(CancellationToken cancellationToken)
    {
        long most = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                most = Math.Max(most, Environment.WorkingSet);
            }
        }
        catch (OperationCanceledException)
        {
            // Measured until the import is done.
        }

        return Math.Max(most, Environment.WorkingSet);
    }

    private static void Fail(RejectedRow row) => throw new InvalidOperationException($"Line {row.Line} of the generated file was rejected: {row.Reason}");
}
