namespace Infoline.Prompts.Recordings;

/// <summary>
/// What a recording carries about itself in its LIST INFO chunk, so that a file copied alone still tells what it says:
/// <c>IART</c> the voice, <c>ICMT</c> the origin and the hash of what it was made from, <c>ISRC</c> the hash of a person's own file.
/// </summary>
/// <param name="Origin">Who speaks.</param>
/// <param name="Voice">The voice's name, like <c>espeak-ng pl</c>.</param>
/// <param name="TextHash">The hash of the text, the voice and the settings; when it differs, the recording is stale.</param>
/// <param name="SourceHash">The hash of the file that a person spoke, also where it says an older text and was replaced; else null.</param>
internal sealed record RecordingNotes(RecordingOrigin Origin, string Voice, string TextHash, string? SourceHash = null)
{
    private const string OriginField = "origin=";
    private const string TextField = "text=";

    /// <summary>Reads the notes of a file; null when it carries none of ours.</summary>
    public static RecordingNotes? Read(IReadOnlyDictionary<string, string> notes)
    {
        var comment = notes.GetValueOrDefault("ICMT", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hash = Array.Find(comment, word => word.StartsWith(TextField, StringComparison.Ordinal))?[TextField.Length..];
        RecordingOrigin? origin = Array.Find(comment, word => word.StartsWith(OriginField, StringComparison.Ordinal))?[OriginField.Length..] switch
        {
            "human" => RecordingOrigin.Human,
            "neural" => RecordingOrigin.Neural,
            "demo" => RecordingOrigin.Demo,
            _ => null,
        };
        return origin is { } who && hash is not null
            ? new RecordingNotes(who, notes.GetValueOrDefault("IART", ""), hash, notes.GetValueOrDefault("ISRC"))
            : null;
    }

    /// <summary>The notes of a file on disk; null when there is none, it cannot be read, or it carries none of ours.</summary>
    public static RecordingNotes? At(string path)
    {
        try
        {
            return WavFile.Read(File.ReadAllBytes(path)) is WavReading.Readable { File: var file } ? Read(file.Notes) : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public Dictionary<string, string> Write()
    {
        var origin = Origin switch
        {
            RecordingOrigin.Human => "human",
            RecordingOrigin.Neural => "neural",
            _ => "demo",
        };
        var notes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["IART"] = Voice,
            ["ICMT"] = $"{OriginField}{origin} {TextField}{TextHash}",
            ["ISFT"] = "Infoline",
        };
        if (SourceHash is not null)
            notes["ISRC"] = SourceHash;
        return notes;
    }
}
