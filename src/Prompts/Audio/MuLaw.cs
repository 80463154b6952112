namespace Infoline.Prompts.Audio;

/// <summary>
/// G.711 mu-law, the coding of telephone networks in which Twilio plays recordings: 8 bits a sample, by the sign,
/// the octave and four bits within the octave, all inverted. Source: ITU-T G.711 (1988), table 2.
/// </summary>
internal static class MuLaw
{
    private const int Bias = 0x84;
    private const int Loudest = 32635;

    public static byte[] Encode(ReadOnlySpan<short> samples)
    {
        var coded = new byte[samples.Length];
        for (var at = 0; at < samples.Length; at++)
            coded[at] = Encode(samples[at]);
        return coded;
    }

    public static short[] Decode(ReadOnlySpan<byte> coded)
    {
        var samples = new short[coded.Length];
        for (var at = 0; at < coded.Length; at++)
            samples[at] = Decode(coded[at]);
        return samples;
    }

    private static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var size = Math.Min(Math.Abs((int)sample), Loudest) + Bias;
        var octave = int.Log2(size) - 7;
        return (byte)~(sign | (octave << 4) | ((size >> (octave + 3)) & 0x0F));
    }

    private static short Decode(byte coded)
    {
        var bits = (byte)~coded;
        var octave = (bits >> 4) & 7;
        var size = ((((bits & 0x0F) << 3) + Bias) << octave) - Bias;
        return (short)((bits & 0x80) == 0 ? size : -size);
    }
}
