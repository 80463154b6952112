using System.Globalization;

namespace Infoline.Prompts.Tests;

/// <summary>What this machine has besides .NET.</summary>
internal static class Machine
{
    /// <summary>Skips the test where a program is not installed.</summary>
    public static void Needs(params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        foreach (var program in programs)
            Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, program))), string.Create(CultureInfo.InvariantCulture, $"{program} is not installed"));
    }
}
