using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Rendering;

/// <summary>
/// The music of the queue: four slow chords, broken upward and back, on a soft plucked tone. Made of few partials below
/// 2.5 kHz, so that a telephone carries all of it; what rings beyond the end sounds on at the start, so the loop has no seam.
/// </summary>
internal static class HoldMusic
{
    /// <summary>Stands for the piece in its file; another one with every change of it.</summary>
    public const string Hash = "waiting-1";

    public static RecordingNotes Notes { get; } = new(RecordingOrigin.Demo, "Infoline", Hash);

    private const int NotesInChord = 8;
    private const double NoteSeconds = 0.6;
    private const double RingSeconds = 2.4;

    /// <summary>Semitones from the A of 220 Hz: F major 7, E minor 7, D minor 7, C major, each wide and low.</summary>
    private static readonly int[][] Chords =
    [
        [-4, 3, 8, 12],
        [-5, 2, 7, 10],
        [-7, 0, 5, 8],
        [-9, -2, 3, 7],
    ];

    /// <summary>Which note of the chord is struck, and how strongly.</summary>
    private static readonly (int Note, double Strength)[] Pattern = [(0, 1), (1, 0.6), (2, 0.7), (3, 0.8), (2, 0.6), (1, 0.5), (3, 0.7), (2, 0.5)];

    private static readonly (double Multiple, double Share)[] Partials = [(1, 1), (2, 0.35), (3, 0.12), (4, 0.05)];

    /// <summary>The piece, about nineteen seconds.</summary>
    public static Sound Compose()
    {
        var loop = new double[(int)(Chords.Length * NotesInChord * NoteSeconds * Sound.Rate)];
        for (var strike = 0; strike < Chords.Length * NotesInChord; strike++)
        {
            var (note, strength) = Pattern[strike % NotesInChord];
            var semitones = Chords[strike / NotesInChord][note];
            Pluck(loop, (int)(strike * NoteSeconds * Sound.Rate), 220 * Math.Pow(2, semitones / 12.0), strength);
        }

        var peak = loop.Max(Math.Abs);
        return new Sound([.. loop.Select(value => (short)Math.Round(value / peak * 16000))]).Levelled();
    }

    private static void Pluck(double[] loop, int start, double frequency, double strength)
    {
        var length = (int)(RingSeconds * Sound.Rate);
        for (var at = 0; at < length; at++)
        {
            var seconds = (double)at / Sound.Rate;
            var swell = Math.Min(1, seconds / 0.015) * (1 - (double)at / length);
            var tone = Partials.Sum(partial => partial.Share * Math.Exp(-seconds * (1 + partial.Multiple)) * Math.Sin(2 * Math.PI * frequency * partial.Multiple * seconds));
            loop[(start + at) % loop.Length] += strength * swell * tone;
        }
    }
}
