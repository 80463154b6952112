using System.CommandLine;
using Infoline.Prompts.Commands;

return await new RootCommand("What callers hear: renders, checks and lists the recordings.")
{
    RenderCommand.Create(),
    CheckCommand.Create(),
    ListCommand.Create(),
}.Parse(args).InvokeAsync();
