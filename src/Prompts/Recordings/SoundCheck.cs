using System.Globalization;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Recordings;

/// <summary>What is wrong with one recording: its form, its sound, and whether it says its text.</summary>
internal static class SoundCheck
{
    /// <summary>How far a recording's level may be from the shared one.</summary>
    private const double ToleranceLu = 1;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(300);

    public static Finding Missing(string where) => Fault(where, RecordingProblem.Missing, "the recording is missing", "run 'render'");

    /// <summary>The form and the sound of a file.</summary>
    public static IEnumerable<Finding> Of(string where, ReadOnlyMemory<byte> bytes) => WavFile.Read(bytes) switch
    {
        WavReading.Broken(var reason) => [Fault(where, RecordingProblem.Unplayable, $"the file cannot be played: {reason}", "remove it and run 'render'")],
        WavReading.Readable { File: var file } when StoredSound.Unpack(file) is { } sound => Sounding(where, sound),
        WavReading.Readable { File: var file } =>
            [Fault(where, RecordingProblem.WrongForm, $"the format is wrong ({file.Format})", $"it should be {WavFormat.Telephone} or {WavFormat.Packed}: remove it and run 'render'")],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a recording says its text.</summary>
    /// <param name="where">The recording.</param>
    /// <param name="planned">What it should say.</param>
    /// <param name="notes">What it says about itself; null when it says nothing.</param>
    /// <param name="source">The file that a person spoke for it; null when there is none.</param>
    /// <param name="relative">Names that file.</param>
    public static IEnumerable<Finding> Words(string where, PlannedRecording planned, RecordingNotes? notes, HumanSource? source, Func<string, string> relative)
    {
        switch (notes)
        {
            case null:
                yield return Fault(where, RecordingProblem.Unlabelled, "it does not say what it was made from", $"put a person's file into human/{planned.Language.Code()}/ and run 'render'");
                break;
            case not null when !Freshness.IsFresh(planned, notes):
                yield return Fault(where, RecordingProblem.Stale, "it is stale: the text, the voice or the settings have changed since", "run 'render'");
                break;
            case not null when source?.IsKnownTo(notes) == false:
                yield return Fault(where, RecordingProblem.SpokenAnew, "a person has spoken it anew", "run 'render'");
                break;
            case { Origin: not RecordingOrigin.Human } when source is not null:
                yield return Fault(relative(source.Path), RecordingProblem.OlderWords, "the person spoke an older text, so a synthetic voice says the new one", "record it again, or remove the file") with { IsWarning = true };
                break;
        }
    }

    private static IEnumerable<Finding> Sounding(string where, Sound sound)
    {
        const string remedy = "remove it and run 'render'";
        var level = Loudness.Measure(sound.Samples);
        if (double.IsNegativeInfinity(level))
        {
            yield return Fault(where, RecordingProblem.Silent, "nothing is heard", remedy);
            yield break;
        }

        if (Math.Abs(level - Sound.TargetLufs) > ToleranceLu)
        {
            yield return Fault(where, RecordingProblem.OffLevel, string.Create(CultureInfo.InvariantCulture, $"the level is {level:0.0} LUFS instead of {Sound.TargetLufs:0} ± {ToleranceLu:0}"), remedy) with
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"{level:0.0} LUFS"),
            };
        }

        if (sound.Peak >= Sound.Clipped)
            yield return Fault(where, RecordingProblem.CutOff, "it is cut off at its peaks", remedy);
        var (start, end) = sound.Silence();
        if (start > LongestSilence)
            yield return Fault(where, RecordingProblem.SilentStart, $"it starts with {Milliseconds(start)} of silence", remedy) with { Detail = Milliseconds(start) };
        if (end > LongestSilence)
            yield return Fault(where, RecordingProblem.SilentEnd, $"it ends with {Milliseconds(end)} of silence", remedy) with { Detail = Milliseconds(end) };
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    private static Finding Fault(string where, RecordingProblem kind, string problem, string remedy) => new(IsWarning: false, where, problem, remedy) { Kind = kind };
}
