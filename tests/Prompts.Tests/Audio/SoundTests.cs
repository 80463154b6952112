using CsCheck;
using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Tests.Audio;

public sealed class SoundTests
{
    [Fact]
    public void Silence_at_the_ends_is_cut_to_a_breath()
    {
        var finished = new Sound([.. Tones.Silence(0.9), .. Tones.Sine(1, 0.2), .. Tones.Silence(1.4)]).Finished();

        finished.Silence().Start.TotalMilliseconds.ShouldBeInRange(10, 60);
        finished.Silence().End.TotalMilliseconds.ShouldBeInRange(10, 90);
        finished.Length.TotalSeconds.ShouldBeInRange(1, 1.15);
    }

    [Fact]
    public void Pause_within_is_kept() =>
        new Sound([.. Tones.Sine(1, 0.2), .. Tones.Silence(0.5), .. Tones.Sine(1, 0.2)]).Finished().Length.TotalSeconds.ShouldBeInRange(2.4, 2.6);

    [Fact]
    public void Any_level_comes_to_the_shared_level_without_being_cut_off() =>
        Gen.Select(Gen.Double[0.003, 1], Gen.Double[0.08, 3], Gen.Double[200, 3000]).Sample(
            (amplitude, seconds, frequency) =>
            {
                var finished = new Sound(Tones.Sine(seconds, amplitude, frequency)).Finished();
                Loudness.Measure(finished.Samples).ShouldBe(Sound.TargetLufs, 0.3);
                finished.Peak.ShouldBeLessThan(Sound.Clipped);
            },
            iter: 200);

    [Fact]
    public void Sharp_peaks_are_bent_rather_than_cut_off()
    {
        short[] clicks = [.. Enumerable.Range(0, 16000).Select(at => (short)(at % 400 < 12 ? (at % 2 == 0 ? 9000 : -9000) : 0))];

        var levelled = new Sound(clicks).Levelled();

        levelled.Peak.ShouldBeLessThan(30000);
        Loudness.Measure(levelled.Samples).ShouldBe(Sound.TargetLufs, 1);
    }

    [Fact]
    public void Silence_stays_silence() => new Sound(Tones.Silence(1)).Finished().Peak.ShouldBe(0);
}
