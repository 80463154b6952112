using System.Buffers.Binary;

namespace Infoline.Prompts.Audio;

/// <summary>
/// IMA ADPCM: four bits a sample, the step between a sample and its prediction. Recordings of synthetic voices rest in
/// this half-sized form and leave it on their way to the network. Source: "Recommended Practices for Enhancing Digital
/// Audio Compatibility", IMA (1992), in the blocks of the WAV format.
/// </summary>
internal static class ImaAdpcm
{
    /// <summary>Bytes of a block: a header of four and two samples in each further byte.</summary>
    public const int BlockBytes = 256;

    public const int BlockSamples = (BlockBytes - HeaderBytes) * 2 + 1;

    private const int HeaderBytes = 4;

    private static readonly int[] StepChanges = [-1, -1, -1, -1, 2, 4, 6, 8];

    /// <summary>The table of the standard: each step about 1.1 times the one before.</summary>
    private static readonly int[] Steps =
    [
        7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143, 157, 173,
        190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066,
        2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818,
        18500, 20350, 22385, 24623, 27086, 29794, 32767,
    ];

    /// <summary>Whole blocks; the last one is filled up with its last sample.</summary>
    public static byte[] Encode(ReadOnlySpan<short> samples)
    {
        var blocks = (samples.Length + BlockSamples - 1) / BlockSamples;
        var coded = new byte[blocks * BlockBytes];
        var state = default(State);
        for (var block = 0; block < blocks; block++)
        {
            var rest = samples[(block * BlockSamples)..];
            EncodeBlock(rest[..Math.Min(rest.Length, BlockSamples)], coded.AsSpan(block * BlockBytes, BlockBytes), ref state);
        }

        return coded;
    }

    /// <summary>The first <paramref name="count"/> samples; fewer when the blocks hold fewer.</summary>
    public static short[] Decode(ReadOnlySpan<byte> coded, int count)
    {
        var samples = new short[Math.Clamp(count, 0, coded.Length / BlockBytes * BlockSamples)];
        for (var at = 0; at < samples.Length; at++)
        {
            if (at % BlockSamples == 0)
                DecodeBlock(coded.Slice(at / BlockSamples * BlockBytes, BlockBytes), samples.AsSpan(at));
        }

        return samples;
    }

    private static void EncodeBlock(ReadOnlySpan<short> samples, Span<byte> block, ref State state)
    {
        state.Predicted = samples[0];
        BinaryPrimitives.WriteInt16LittleEndian(block, samples[0]);
        block[2] = (byte)state.StepIndex;
        for (var at = 1; at < BlockSamples; at++)
        {
            var code = state.CodeOf(samples[Math.Min(at, samples.Length - 1)]);
            state.Follow(code);
            block[HeaderBytes + (at - 1) / 2] |= (byte)(code << ((at - 1) % 2 * 4));
        }
    }

    private static void DecodeBlock(ReadOnlySpan<byte> block, Span<short> samples)
    {
        var state = new State { Predicted = BinaryPrimitives.ReadInt16LittleEndian(block), StepIndex = Math.Min((int)block[2], Steps.Length - 1) };
        samples[0] = (short)state.Predicted;
        for (var at = 1; at < Math.Min(samples.Length, BlockSamples); at++)
        {
            state.Follow((block[HeaderBytes + (at - 1) / 2] >> ((at - 1) % 2 * 4)) & 0x0F);
            samples[at] = (short)state.Predicted;
        }
    }

    private struct State
    {
        public int Predicted;
        public int StepIndex;

        /// <summary>The sign and the three bits of the step that come nearest to the sample from below.</summary>
        public readonly int CodeOf(int sample)
        {
            var difference = sample - Predicted;
            var step = Steps[StepIndex];
            var code = difference < 0 ? 8 : 0;
            var rest = Math.Abs(difference);
            for (var bit = 4; bit > 0; bit >>= 1, step >>= 1)
            {
                if (rest < step)
                    continue;
                code |= bit;
                rest -= step;
            }

            return code;
        }

        public void Follow(int code)
        {
            var step = Steps[StepIndex];
            var change = step >> 3;
            if ((code & 4) != 0)
                change += step;
            if ((code & 2) != 0)
                change += step >> 1;
            if ((code & 1) != 0)
                change += step >> 2;
            Predicted = Math.Clamp(Predicted + ((code & 8) == 0 ? change : -change), short.MinValue, short.MaxValue);
            StepIndex = Math.Clamp(StepIndex + StepChanges[code & 7], 0, Steps.Length - 1);
        }
    }
}
