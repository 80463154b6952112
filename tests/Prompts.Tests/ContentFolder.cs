namespace Infoline.Prompts.Tests;

/// <summary>A folder of recordings on disk, made for one test and removed after it.</summary>
internal sealed class ContentFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoline-prompts-");

    public string Path => _folder.FullName;

    /// <summary>A folder with one file of prompts.</summary>
    public static ContentFolder With(string prompts)
    {
        var folder = new ContentFolder();
        folder.Write("prompts/test.yaml", prompts);
        return folder;
    }

    public void Write(string file, string text) => File.WriteAllText(Prepared(file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Prepared(file), bytes);

    public string Full(string file) => System.IO.Path.Combine(Path, file);

    public PromptLibrary Load() => PromptLibrary.Load(Path);

    /// <summary>The faults that loading reports, one a line.</summary>
    public string[] Faults() => [.. Should.Throw<ContentException>(Load).Faults.Select(fault => fault.ToString())];

    public void Dispose() => _folder.Delete(recursive: true);

    private string Prepared(string file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(file))!);
        return Full(file);
    }
}
