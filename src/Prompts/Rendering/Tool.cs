using System.ComponentModel;
using System.Diagnostics;

namespace Infoline.Prompts.Rendering;

/// <summary>A program of the machine that takes bytes and gives bytes.</summary>
internal static class Tool
{
    /// <summary>Runs the program and returns what it wrote.</summary>
    /// <exception cref="RenderException">It is not installed, or it failed.</exception>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var feeding = FeedAsync(process, input, cancellationToken);
            using var output = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            await feeding;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? output.ToArray()
                : throw new RenderException($"{program} stopped with code {process.ExitCode}: {FirstLine(await errors)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception absent)
        {
            throw new RenderException($"The program {program} is not installed; on Debian and Ubuntu: apt-get install {program}.", absent);
        }
    }

    /// <summary>A program that has read enough closes its input; that is no fault of ours.</summary>
    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static string FirstLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("it gave no reason");
}
