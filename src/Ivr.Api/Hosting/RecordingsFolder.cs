namespace Infoline.Ivr.Hosting;

/// <summary>Finds the folder of recordings: the setting, or <c>recordings</c> beside the host or in a folder above it.</summary>
internal static class RecordingsFolder
{
    public static string Find(string setting, string contentRoot)
    {
        if (setting.Length > 0)
        {
            return Path.GetFullPath(setting);
        }

        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "recordings");
            if (File.Exists(Path.Combine(candidate, "menu.yaml")))
            {
                return candidate;
            }
        }

        return Path.Combine(contentRoot, "recordings");
    }
}
