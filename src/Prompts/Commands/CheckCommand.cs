using System.CommandLine;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Commands;

/// <summary><c>check</c>: names everything that is wrong with texts and recordings, and who speaks.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = FolderOption.Create();
        var command = new Command("check", "Names every fault of texts and recordings; fails when there is one.") { folder };
        command.SetAction(arguments => Run(arguments.GetValue(folder)!.FullName, TimeProvider.System, Console.Out));
        return command;
    }

    /// <summary>The command itself.</summary>
    public static int Run(string folder, TimeProvider clock, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"There is no folder {folder}; name it with --recordings.");
            return Outcome.Stopped;
        }

        var findings = RecordingCheck.Run(folder, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        foreach (var finding in findings.OrderByDescending(finding => finding.IsWarning))
            output.WriteLine((finding.IsWarning ? "warning: " : "fault: ") + finding);
        var faults = findings.Count(finding => !finding.IsWarning);
        output.WriteLine(Inventory.Of(folder, PromptCatalogue.Read(folder).Catalogue).Summary());
        output.WriteLine($"{faults} faults, {findings.Count - faults} warnings.");
        return faults == 0 ? Outcome.Good : Outcome.Faulty;
    }
}
