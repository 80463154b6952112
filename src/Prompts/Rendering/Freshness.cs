using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Rendering;

/// <summary>Whether a recording still says its text in its voice.</summary>
internal static class Freshness
{
    /// <summary>Raised when the way from a voice to a file changes, so that everything is rendered anew.</summary>
    private const int Method = 1;

    public static bool IsFresh(PlannedRecording planned, RecordingNotes notes) =>
        string.Equals(notes.TextHash, HashOf(planned, notes.Origin), StringComparison.Ordinal);

    public static RecordingNotes NotesOf(PlannedRecording planned, RecordingOrigin origin, string? sourceHash) =>
        new(origin, VoiceOf(origin, planned.Language), HashOf(planned, origin), sourceHash);

    /// <summary>The hash of the words, the voice, and how its sound is finished.</summary>
    private static string HashOf(PlannedRecording planned, RecordingOrigin origin)
    {
        var level = Sound.TargetLufs.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Method}\n{level}\n{VoiceOf(origin, planned.Language)}\n{planned.Text}")))[..16];
    }

    private static string VoiceOf(RecordingOrigin origin, Language language) => origin switch
    {
        RecordingOrigin.Human => "human",
        RecordingOrigin.Neural => AzureVoice.Name(language),
        RecordingOrigin.Demo => EspeakVoice.Name(language),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Nobody speaks so."),
    };
}
