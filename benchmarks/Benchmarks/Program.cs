using System.CommandLine;
using Infoline.Benchmarks.Cases;
using Infoline.Benchmarks.History;
using Infoline.Benchmarks.Routing;
using Infoline.Benchmarks.Voice;

var root = new RootCommand("Infoline benchmarks: each prints a ratio against a baseline of the same run.");
foreach (var command in VoiceBenchmark.Commands())
{
    root.Add(command);
}

root.Add(RoutingBenchmark.Command());
root.Add(LookupBenchmark.Create());
root.Add(ImportBenchmark.Create());
root.Add(HistoryBenchmark.Command());
return await root.Parse(args).InvokeAsync();
