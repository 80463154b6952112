using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Tests.Audio;

/// <summary>Sounds whose level is known.</summary>
internal static class Tones
{
    /// <param name="seconds">The length.</param>
    /// <param name="amplitude">Of full scale, 0 to 1.</param>
    /// <param name="frequency">In Hz.</param>
    /// <param name="rate">Samples a second.</param>
    public static short[] Sine(double seconds, double amplitude, double frequency = 997, int rate = Sound.Rate) =>
        [.. Enumerable.Range(0, (int)Math.Round(seconds * rate)).Select(at => (short)Math.Round(32767 * amplitude * Math.Sin(2 * Math.PI * frequency * at / rate)))];

    public static short[] Silence(double seconds) => new short[(int)Math.Round(seconds * Sound.Rate)];
}
