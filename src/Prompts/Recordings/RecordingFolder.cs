using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Infoline.Prompts.Recordings;

/// <summary>The audio files of <c>recordings/pl</c>, <c>recordings/en</c> and <c>recordings/uk</c>.</summary>
internal static class RecordingFolder
{
    /// <summary>The folder of one language's audio.</summary>
    public static string Of(string recordingsFolder, Language language) => Path.Combine(recordingsFolder, language.Code());

    /// <summary>The file of a recording.</summary>
    public static string PathOf(string recordingsFolder, Language language, string key) => Path.Combine(Of(recordingsFolder, language), key + ".wav");

    /// <summary>The music that callers hear while they wait, the same in every language.</summary>
    public static string MusicPath(string recordingsFolder) => Path.Combine(recordingsFolder, "music", PromptLibrary.MusicKey + ".wav");

    /// <summary>Every file that can be played; the others are left to the checks to name.</summary>
    public static FrozenDictionary<(Language Language, string Key), Recording> Find(string recordingsFolder) =>
        LanguageCodes.All
            .SelectMany(language => Files(recordingsFolder, language).Append(MusicPath(recordingsFolder)).Select(path => (language, path)))
            .AsParallel()
            .Select(file => (file.language, Key: Path.GetFileNameWithoutExtension(file.path), Recording: Open(file.path)))
            .Where(found => found.Recording is not null)
            .ToFrozenDictionary(found => (found.language, found.Key), found => (Recording)found.Recording!);

    /// <summary>The audio files of a language, in the order of their names.</summary>
    public static IReadOnlyList<string> Files(string recordingsFolder, Language language)
    {
        var folder = new DirectoryInfo(Of(recordingsFolder, language));
        return folder.Exists ? [.. folder.EnumerateFiles("*.wav").Select(file => file.FullName).Order(StringComparer.Ordinal)] : [];
    }

    private static Recording.OnDisk? Open(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (WavFile.Read(bytes) is not WavReading.Readable { File: var file } || !StoredSound.Has(file.Format))
            return null;
        var origin = RecordingNotes.Read(file.Notes)?.Origin ?? RecordingOrigin.Human;
        return new Recording.OnDisk(path, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], file.Length, origin);
    }
}
