namespace Infoline.Ivr.Tests;

/// <summary>
/// The office's texts, menu and hours without any recordings, so that every document says in words what callers hear.
/// </summary>
internal static class OfficeTexts
{
    private static readonly Lazy<string> Shared = new(() =>
    {
        var folder = Copy();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>A copy that nobody changes.</summary>
    public static string Folder => Shared.Value;

    /// <summary>A copy for a test that changes it, and deletes it.</summary>
    public static string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("infoline-texts-").FullName;
        var office = Find();
        foreach (var file in Directory.EnumerateFiles(office, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(office, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
            {
                return Path.Combine(folder.FullName, "recordings");
            }
        }

        throw new DirectoryNotFoundException("There is no folder 'recordings' with a menu above the tests.");
    }
}
