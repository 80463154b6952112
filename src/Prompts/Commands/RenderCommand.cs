using System.CommandLine;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Rendering;
using Spectre.Console;

namespace Infoline.Prompts.Commands;

/// <summary><c>render</c>: makes the recordings that are missing or stale.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var folder = FolderOption.Create();
        var voice = new Option<string>("--voice")
        {
            Description = $"demo (espeak-ng and sox), neural (Azure Speech, set up by {AzureVoice.KeyVariable} and {AzureVoice.RegionVariable}), or auto: neural where it is set up.",
            DefaultValueFactory = _ => "auto",
        }.AcceptOnlyFromAmong("auto", "demo", "neural");
        var command = new Command("render", "Makes the recordings that are missing or stale, and levels what people have spoken.") { folder, voice };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetValue(folder)!.FullName, arguments.GetValue(voice)!, Console.Out, AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>The command itself.</summary>
    public static async Task<int> RunAsync(string folder, string voice, TextWriter output, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var (catalogue, faults) = PromptCatalogue.Read(folder);
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
                output.WriteLine(fault.ToString());
            output.WriteLine("Nothing was rendered: correct the texts first.");
            return Outcome.Faulty;
        }

        try
        {
            var renderer = new Renderer(folder, VoiceNamed(voice));
            var tasks = renderer.Tasks(catalogue);
            await RenderWithProgressAsync(renderer, tasks, console, cancellationToken);
            output.WriteLine(tasks.Count == 0 ? "Every recording is up to date." : $"{tasks.Count} recordings made.");
            return Outcome.Good;
        }
        catch (RenderException stopped)
        {
            output.WriteLine(stopped.Message);
            return Outcome.Stopped;
        }
    }

    private static async Task RenderWithProgressAsync(Renderer renderer, IReadOnlyList<RenderTask> tasks, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
            return;
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Rendering", maxValue: tasks.Count);
                await renderer.RenderAsync(tasks, _ => bar.Increment(1), cancellationToken);
            });
    }

    private static IVoice VoiceNamed(string name)
    {
        if (string.Equals(name, "demo", StringComparison.Ordinal))
            return new EspeakVoice();
        if (AzureVoice.FromEnvironment(Environment.GetEnvironmentVariable) is { } neural)
            return neural;
        return string.Equals(name, "auto", StringComparison.Ordinal)
            ? new EspeakVoice()
            : throw new RenderException($"The neural voice needs a key: set {AzureVoice.KeyVariable} and {AzureVoice.RegionVariable} in the environment.");
    }
}
