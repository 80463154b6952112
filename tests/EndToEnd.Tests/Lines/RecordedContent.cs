using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>
/// A copy of the office's texts, menu and hours in a folder of its own, where every prompt has a recording: a moment of silence,
/// since what is asserted is which recording is played, and not how it sounds.
/// </summary>
public sealed class RecordedContent : IDisposable
{
    private static readonly byte[] Silence = Wave(seconds: 0.4);

    public RecordedContent()
    {
        Folder = Directory.CreateTempSubdirectory("infoline-content-").FullName;
        foreach (var file in Directory.EnumerateFiles(Office, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Office, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Record();
    }

    /// <summary>The office's own content, as it is in the repository.</summary>
    public static string Office { get; } = FindOffice();

    public string Folder { get; }

    public string PathOf(Language language, string recording) => Path.Combine(Folder, language.Code(), recording + ".wav");

    /// <summary>Replaces a text in one of the files, once.</summary>
    public RecordedContent Edit(string file, string text, string replacement)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        before.ShouldContain(text);
        File.WriteAllText(path, before.Replace(text, replacement, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Record()
    {
        var prompts = PromptLibrary.Load(Folder);
        foreach (var language in LanguageCodes.All)
        {
            Directory.CreateDirectory(Path.Combine(Folder, language.Code()));
            foreach (var clip in prompts.Keys.Where(key => prompts.Find(key).Placeholders.Count == 0).SelectMany(key => prompts.Compose(language, key)))
            {
                File.WriteAllBytes(PathOf(language, clip.Key), Silence);
            }
        }
    }

    private static string FindOffice()
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

    /// <summary>Mu-law silence, 8000 samples a second.</summary>
    private static byte[] Wave(double seconds)
    {
        var samples = (int)(seconds * 8000);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(50 + samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(18);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write((short)0);
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(samples);
        writer.Write("data"u8);
        writer.Write(samples);
        writer.Write(Enumerable.Repeat((byte)0xFF, samples).ToArray());
        return bytes.ToArray();
    }
}
