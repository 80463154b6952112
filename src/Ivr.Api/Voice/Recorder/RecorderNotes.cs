using Infoline.Desk.Work;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>What is kept with a call about its recording. It rides with the call, so that it holds after every transfer.</summary>
internal static class RecorderNotes
{
    /// <summary>Whether the caller was told, <see cref="Told"/>, or has declined, <see cref="Declined"/>. Who was not told is not recorded.</summary>
    public const string Consent = "recording";

    public const string Told = "told";

    public const string Declined = "declined";

    /// <summary>The SID of the last recording that began.</summary>
    public const string Began = "recording-began";

    /// <summary>The SID of the last recording that ended.</summary>
    public const string Ended = "recording-ended";

    /// <summary>The SID of the recording that is paused; empty when none is.</summary>
    public const string Paused = "recording-paused";

    /// <summary>The SID of the recording that runs, paused or not; null for none.</summary>
    public static string? Running(IReadOnlyDictionary<string, string> notes) =>
        notes.GetValueOrDefault(Began) is { Length: > 0 } sid && !Is(notes, Ended, sid) ? sid : null;

    /// <summary>What the desk shows.</summary>
    public static RecordingState StateOf(IReadOnlyDictionary<string, string> notes) => Running(notes) switch
    {
        { } sid => Is(notes, Paused, sid) ? RecordingState.Paused : RecordingState.On,
        null => Is(notes, Consent, Declined) ? RecordingState.Declined : RecordingState.Off,
    };

    public static bool Is(IReadOnlyDictionary<string, string> notes, string name, string value) => string.Equals(notes.GetValueOrDefault(name), value, StringComparison.Ordinal);
}
