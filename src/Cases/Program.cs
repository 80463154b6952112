using System.CommandLine;

return await new RootCommand("Infoline cases: the register of cases and its import.").Parse(args).InvokeAsync();
