using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Tests.Audio;

public sealed class CodingTests
{
    /// <summary>Values of ITU-T G.711, table 2, on its scale of 14 bits brought to 16.</summary>
    [Theory]
    [InlineData(0, 0xFF)]
    [InlineData(8, 0xFE)]
    [InlineData(-8, 0x7E)]
    [InlineData(132, 0xEF)]
    [InlineData(32124, 0x80)]
    [InlineData(-32124, 0x00)]
    public void Mu_law_codes_are_those_of_the_standard(int sample, int code)
    {
        MuLaw.Encode([(short)sample]).ShouldBe([(byte)code]);
        MuLaw.Decode([(byte)code]).ShouldBe([(short)sample]);
    }

    [Fact]
    public void Every_mu_law_code_survives_being_decoded_and_coded()
    {
        byte[] codes = [.. Enumerable.Range(0, 256).Select(code => (byte)code)];

        var again = MuLaw.Encode(MuLaw.Decode(codes));

        // 0x7F is a second name of zero.
        again.ShouldBe(codes.Select(code => code == 0x7F ? (byte)0xFF : code));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(ImaAdpcm.BlockSamples)]
    [InlineData(ImaAdpcm.BlockSamples + 1)]
    [InlineData(8000)]
    public void Packed_sound_keeps_its_length_and_stays_close(int count)
    {
        var samples = Tones.Sine(1, 0.5)[..count];

        var unpacked = ImaAdpcm.Decode(ImaAdpcm.Encode(samples), count);

        unpacked.Length.ShouldBe(count);
        NoiseDb(samples, unpacked).ShouldBeLessThan(-15);
    }

    [Fact]
    public void Any_bytes_can_be_unpacked()
    {
        var bytes = new byte[ImaAdpcm.BlockBytes * 2 + 17];
        new Random(7).NextBytes(bytes);

        ImaAdpcm.Decode(bytes, int.MaxValue).Length.ShouldBe(ImaAdpcm.BlockSamples * 2);
        ImaAdpcm.Decode(bytes, -1).ShouldBeEmpty();
        ImaAdpcm.Decode([], 100).ShouldBeEmpty();
    }

    [Fact]
    public async Task Packed_files_sound_the_same_in_other_programs()
    {
        Machine.Needs("sox");
        var samples = Tones.Sine(1.3, 0.4);
        var file = StoredSound.Pack(new Sound(samples), new RecordingNotes(RecordingOrigin.Demo, "test", "0"));

        var theirs = Sound.FromLinear(await Tool.RunAsync(
            "sox", ["-V1", "-t", "wav", "-", "-t", "raw", "-e", "signed-integer", "-b", "16", "-"], file.ToBytes(), TestContext.Current.CancellationToken));

        // Other programs play the last block to its end.
        theirs.Samples.Length.ShouldBeInRange(samples.Length, samples.Length + ImaAdpcm.BlockSamples);
        theirs.Samples.AsSpan(0, samples.Length).SequenceEqual(StoredSound.Unpack(file)!.Samples).ShouldBeTrue();
    }

    private static double NoiseDb(short[] sent, short[] heard)
    {
        var noise = sent.Zip(heard).Sum(pair => Math.Pow(pair.First - pair.Second, 2));
        return 10 * Math.Log10((noise + 1) / (sent.Sum(sample => (double)sample * sample) + 1e6));
    }
}
