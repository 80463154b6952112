using System.Runtime.InteropServices;

namespace Infoline.Prompts.Audio;

/// <summary>Sound at the rate of the telephone network: 8000 samples a second, one channel.</summary>
internal sealed record Sound(short[] Samples)
{
    public const int Rate = 8000;

    /// <summary>The level that all recordings share, near that of a voice on the telephone, with room for its peaks.</summary>
    public const double TargetLufs = -20;

    /// <summary>At this size a sample counts as cut off; recordings are levelled to stay below.</summary>
    public const int Clipped = 32000;

    /// <summary>Below this root mean square of a frame there is nothing to hear: 46 dB under full scale.</summary>
    private const double SilentRms = 164;

    private const int Frame = Rate / 100;
    private const int LeadIn = Rate * 30 / 1000;
    private const int LeadOut = Rate * 60 / 1000;
    private const int Fade = Rate * 5 / 1000;

    /// <summary>From here on samples are bent rather than cut off, and stay below the ceiling.</summary>
    private const double Bend = 0.7;

    private const double Ceiling = 0.9;

    /// <summary>Samples as tools write them: 16 bits, the low byte first.</summary>
    public static Sound FromLinear(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, short>(bytes[..(bytes.Length & ~1)]).ToArray());

    public TimeSpan Length => TimeSpan.FromSeconds((double)Samples.Length / Rate);

    public int Peak => Samples.Length == 0 ? 0 : Samples.Max(sample => Math.Abs((int)sample));

    /// <summary>How long nothing is heard at the start and at the end.</summary>
    public (TimeSpan Start, TimeSpan End) Silence()
    {
        var (first, last) = Heard();
        return last < 0
            ? (Length, Length)
            : (TimeSpan.FromSeconds((double)first / Rate), TimeSpan.FromSeconds((double)(Samples.Length - last) / Rate));
    }

    /// <summary>Without the silence at its ends but for a breath, faded in and out.</summary>
    public Sound Trimmed()
    {
        var (first, last) = Heard();
        if (last < 0)
            return this;
        var start = Math.Max(0, first - LeadIn);
        var kept = Samples[start..Math.Min(Samples.Length, last + LeadOut)];
        for (var at = 0; at < Math.Min(Fade, kept.Length); at++)
        {
            kept[at] = (short)(kept[at] * at / Fade);
            kept[^(at + 1)] = (short)(kept[^(at + 1)] * at / Fade);
        }

        return new Sound(kept);
    }

    /// <summary>At the shared level. Peaks that would be cut off are bent, which costs a little level, so it takes a few turns.</summary>
    public Sound Levelled()
    {
        var measured = Loudness.Measure(Samples);
        if (double.IsNegativeInfinity(measured))
            return this;
        var gain = Math.Pow(10, (TargetLufs - measured) / 20);
        var levelled = Amplified(gain);
        for (var turn = 0; turn < 3; turn++)
        {
            gain *= Math.Pow(10, (TargetLufs - Loudness.Measure(levelled.Samples)) / 20);
            levelled = Amplified(gain);
        }

        return levelled;
    }

    /// <summary>What a recording is made of: trimmed, levelled, and trimmed again by what is silent at its own level.</summary>
    public Sound Finished() => Levelled().Trimmed().Levelled();

    private Sound Amplified(double gain) => new([.. Samples.Select(sample => (short)Math.Round(32768 * Bent(sample / 32768.0 * gain)))]);

    private static double Bent(double value)
    {
        var size = Math.Abs(value);
        return size <= Bend ? value : Math.Sign(value) * (Bend + (Ceiling - Bend) * Math.Tanh((size - Bend) / (Ceiling - Bend)));
    }

    /// <summary>The first sample of the first frame that is heard and the end of the last one; -1 when there is none.</summary>
    private (int First, int End) Heard()
    {
        int first = -1, end = -1;
        for (var at = 0; at < Samples.Length; at += Frame)
        {
            var frame = Samples.AsSpan(at, Math.Min(Frame, Samples.Length - at));
            if (Rms(frame) < SilentRms)
                continue;
            first = first < 0 ? at : first;
            end = at + frame.Length;
        }

        return (first, end);
    }

    private static double Rms(ReadOnlySpan<short> frame)
    {
        var sum = 0.0;
        foreach (var sample in frame)
            sum += (double)sample * sample;
        return Math.Sqrt(sum / frame.Length);
    }
}
