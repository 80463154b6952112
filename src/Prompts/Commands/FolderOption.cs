using System.CommandLine;

namespace Infoline.Prompts.Commands;

/// <summary>The folder that a command works on.</summary>
internal static class FolderOption
{
    public static Option<DirectoryInfo> Create() => new("--recordings", "-r")
    {
        Description = "The folder of recordings; else the nearest folder 'recordings' from here upward.",
        DefaultValueFactory = _ => Nearest(),
    };

    private static DirectoryInfo Nearest()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = new DirectoryInfo(Path.Combine(folder.FullName, "recordings"));
            if (Directory.Exists(Path.Combine(candidate.FullName, "prompts")))
                return candidate;
        }

        return new DirectoryInfo("recordings");
    }
}
