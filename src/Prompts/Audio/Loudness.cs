namespace Infoline.Prompts.Audio;

/// <summary>
/// Loudness as heard, in LUFS: ITU-R BS.1770-5, with its filters carried over to 8 kHz by the bilinear transform.
/// The standard measures blocks of 400 ms; a clip that is shorter is one block, so that a single digit can be measured too.
/// </summary>
internal static class Loudness
{
    private const double BlockSeconds = 0.4;
    private const double HopSeconds = 0.1;
    private const double SilenceLufs = -70;
    private const double RelativeGate = -10;

    /// <summary>The loudness of the whole clip; negative infinity for silence.</summary>
    public static double Measure(ReadOnlySpan<short> samples, int sampleRate = Sound.Rate)
    {
        var powers = BlockPowers(Weighted(samples, sampleRate), sampleRate).Where(power => Lufs(power) > SilenceLufs).ToList();
        if (powers.Count == 0)
            return double.NegativeInfinity;
        var gate = Lufs(powers.Average()) + RelativeGate;
        return Lufs(powers.Where(power => Lufs(power) > gate).Average());
    }

    private static double Lufs(double power) => -0.691 + 10 * Math.Log10(power);

    private static IEnumerable<double> BlockPowers(double[] weighted, int sampleRate)
    {
        var block = (int)(BlockSeconds * sampleRate);
        var hop = (int)(HopSeconds * sampleRate);
        if (weighted.Length < block)
            return weighted.Length == 0 ? [] : [Power(weighted)];
        return Enumerable.Range(0, (weighted.Length - block) / hop + 1).Select(index => Power(weighted.AsSpan(index * hop, block)));
    }

    private static double Power(ReadOnlySpan<double> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += sample * sample;
        return sum / samples.Length;
    }

    private static double[] Weighted(ReadOnlySpan<short> samples, int sampleRate)
    {
        var weighted = new double[samples.Length];
        for (var at = 0; at < samples.Length; at++)
            weighted[at] = samples[at] / 32768.0;
        Head(sampleRate).Apply(weighted);
        LowCut(sampleRate).Apply(weighted);
        return weighted;
    }

    /// <summary>What a head does to sound: a shelf of 4 dB above 1.7 kHz. The numbers give the standard's coefficients at 48 kHz.</summary>
    private static Biquad Head(int sampleRate)
    {
        const double gain = 3.999843853973347, q = 0.7071752369554196;
        var k = Math.Tan(Math.PI * 1681.974450955533 / sampleRate);
        var high = Math.Pow(10, gain / 20);
        var middle = Math.Pow(high, 0.4996667741545416);
        var a0 = 1 + k / q + k * k;
        return new Biquad((high + middle * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - middle * k / q + k * k) / a0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }

    /// <summary>Less of what is below hearing.</summary>
    private static Biquad LowCut(int sampleRate)
    {
        const double q = 0.5003270373238773;
        var k = Math.Tan(Math.PI * 38.13547087602444 / sampleRate);
        var a0 = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }

    private sealed record Biquad(double B0, double B1, double B2, double A1, double A2)
    {
        public void Apply(double[] samples)
        {
            double first = 0, second = 0;
            for (var at = 0; at < samples.Length; at++)
            {
                var input = samples[at];
                var output = B0 * input + first;
                first = B1 * input - A1 * output + second;
                second = B2 * input - A2 * output;
                samples[at] = output;
            }
        }
    }
}
