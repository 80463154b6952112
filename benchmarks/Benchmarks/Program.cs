using System.CommandLine;

return await new RootCommand("Infoline benchmarks: each prints a ratio against a baseline of the same run.").Parse(args).InvokeAsync();
