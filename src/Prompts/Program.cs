using System.CommandLine;

return await new RootCommand("Infoline prompts: what callers hear.").Parse(args).InvokeAsync();
