using System.Security.Cryptography;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Rendering;

/// <summary>
/// What people have spoken: any audio file in <c>recordings/human/&lt;language&gt;/</c> that is named after a recording. The files
/// themselves stay as they are; what callers hear is made from them.
/// </summary>
internal sealed class HumanSources
{
    private static readonly string[] Endings = [".wav", ".mp3", ".m4a"];

    private readonly Dictionary<(Language Language, string Key), string> _paths;

    private HumanSources(Dictionary<(Language Language, string Key), string> paths) => _paths = paths;

    public IEnumerable<(Language Language, string Key)> Keys => _paths.Keys;

    public static HumanSources In(string recordingsFolder)
    {
        var paths = new Dictionary<(Language, string), string>();
        foreach (var language in LanguageCodes.All)
        {
            var folder = new DirectoryInfo(Path.Combine(recordingsFolder, "human", language.Code()));
            if (!folder.Exists)
                continue;
            foreach (var file in folder.EnumerateFiles().Where(file => Endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)).OrderBy(file => file.Name, StringComparer.Ordinal))
                paths[(language, Path.GetFileNameWithoutExtension(file.Name))] = file.FullName;
        }

        return new HumanSources(paths);
    }

    /// <summary>The file of a recording and the hash of its bytes; null when nobody has spoken it.</summary>
    public HumanSource? Find(Language language, string key) =>
        _paths.TryGetValue((language, key), out var path)
            ? new HumanSource(path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16])
            : null;
}

/// <summary>A file that a person has spoken.</summary>
internal sealed record HumanSource(string Path, string Hash)
{
    /// <summary>Whether a recording was made from this file, or replaced it after the text had changed.</summary>
    public bool IsKnownTo(RecordingNotes? notes) => string.Equals(notes?.SourceHash, Hash, StringComparison.Ordinal);

    /// <summary>The sound at the telephone's rate.</summary>
    /// <exception cref="RenderException">ffmpeg is missing, or it cannot read the file.</exception>
    public async Task<Sound> ReadAsync(CancellationToken cancellationToken)
    {
        string[] arguments = ["-v", "error", "-nostdin", "-i", Path, "-map", "0:a:0", "-ac", "1", "-ar", "8000", "-c:a", "pcm_s16le", "-f", "s16le", "-"];
        try
        {
            return Sound.FromLinear(await Tool.RunAsync("ffmpeg", arguments, ReadOnlyMemory<byte>.Empty, cancellationToken));
        }
        catch (RenderException broken) when (broken.InnerException is null)
        {
            throw new RenderException($"{Path} cannot be read as audio ({broken.Message}).", broken);
        }
    }
}
