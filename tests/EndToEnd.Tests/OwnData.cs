namespace Infoline.EndToEnd_Tests;

/// <summary>Folders of one host of a test, so that hosts do not meet in the files that they keep by default; gone with the tests.</summary>
internal static class OwnData
{
    private static readonly DirectoryInfo All = Directory.CreateTempSubdirectory("infoline-tests-");
    private static int _hosts;

    static OwnData() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        try
        {
            All.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A host that was killed may still be letting go of its files; the system empties its folder of temporary files.
        }
    };

    /// <summary>A folder that nobody else has.</summary>
    public static string NewFolder() => All.CreateSubdirectory($"{Interlocked.Increment(ref _hosts)}").FullName;

    /// <summary>The settings that put a host's data there. A proxy is declared that never calls, because production serves no plain HTTP without one.</summary>
    public static IReadOnlyDictionary<string, string> SettingsIn(string folder) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database:Connection"] = $"Data Source={Path.Combine(folder, "infoline.db")}",
        ["Routing:DataFolder"] = Path.Combine(folder, "queue"),
        ["Desk:KeysFolder"] = Path.Combine(folder, "keys"),
        ["Hotline:KnownProxies:9"] = "192.0.2.99",
    };
}
