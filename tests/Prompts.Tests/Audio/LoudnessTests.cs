using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Tests.Audio;

public sealed partial class LoudnessTests
{
    /// <summary>BS.1770: a sine of 997 Hz at full scale in one channel is -3.01 LUFS.</summary>
    [Theory]
    [InlineData(48000)]
    [InlineData(8000)]
    public void Sine_of_the_standard_has_the_level_of_the_standard(int rate)
    {
        Loudness.Measure(Tones.Sine(5, 1, rate: rate), rate).ShouldBe(-3.01, 0.1);
        Loudness.Measure(Tones.Sine(5, 0.1, rate: rate), rate).ShouldBe(-23.01, 0.1);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.39)]
    [InlineData(0.41)]
    public void Short_clips_have_the_level_of_long_ones(double seconds) =>
        Loudness.Measure(Tones.Sine(seconds, 0.1)).ShouldBe(Loudness.Measure(Tones.Sine(5, 0.1)), 0.3);

    [Fact]
    public void Pauses_do_not_make_speech_softer() =>
        Loudness.Measure([.. Tones.Sine(3, 0.1), .. Tones.Silence(3), .. Tones.Sine(3, 0.1)]).ShouldBe(Loudness.Measure(Tones.Sine(6, 0.1)), 0.5);

    [Fact]
    public void Silence_has_no_level()
    {
        Loudness.Measure(Tones.Silence(2)).ShouldBe(double.NegativeInfinity);
        Loudness.Measure([]).ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public async Task Level_agrees_with_ffmpeg()
    {
        Machine.Needs("ffmpeg");
        short[] samples = [.. Tones.Sine(1.1, 0.02, 300), .. Tones.Sine(2.3, 0.3, 700), .. Tones.Silence(0.7), .. Tones.Sine(1.9, 0.15, 2400)];
        using var folder = new ContentFolder();
        folder.Write("tone.wav", new WavFile(WavFormat.Linear(Sound.Rate), MemoryMarshal.AsBytes<short>(samples).ToArray(), new Dictionary<string, string>(StringComparer.Ordinal), samples.Length).ToBytes());

        var theirs = await MeasureWithFfmpegAsync(folder.Full("tone.wav"));

        Loudness.Measure(samples).ShouldBe(theirs, 0.3);
    }

    private static async Task<double> MeasureWithFfmpegAsync(string path)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ffmpeg", ["-nostdin", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"]) { RedirectStandardError = true, UseShellExecute = false })!;
        var report = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return double.Parse(Integrated().Matches(report)[^1].Groups["level"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"I:\s+(?<level>-?[0-9.]+) LUFS", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Integrated();
}
