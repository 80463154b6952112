using System.Buffers.Binary;
using Infoline.PhoneNetwork.Media;

namespace Infoline.PhoneNetwork;

/// <summary>The samples of a piece of audio, as the telephone carries them: 8000 a second, one channel.</summary>
internal static class ClipSamples
{
    public const int Rate = 8000;

    private const int Pcm = 1;
    private const int MuLawFormat = 7;
    private const int Header = 12;

    /// <summary>Null when the clip is in a form that cannot be decoded here, such as MP3.</summary>
    public static short[]? Of(MediaClip clip)
    {
        if (clip.ContentType is "audio/basic" or "audio/ulaw")
            return Array.ConvertAll(clip.Bytes, MuLaw.Decode);
        return Wave(clip.Bytes);
    }

    private static short[]? Wave(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            return null;
        var (format, channels, rate, bits) = (0, 1, Rate, 8);
        for (var at = Header; at + 8 <= bytes.Length;)
        {
            var name = bytes[at..(at + 4)];
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]), (uint)(bytes.Length - at - 8));
            var body = bytes.Slice(at + 8, size);
            if (name.SequenceEqual("fmt "u8) && size >= 16)
            {
                format = BinaryPrimitives.ReadUInt16LittleEndian(body);
                channels = Math.Max((int)BinaryPrimitives.ReadUInt16LittleEndian(body[2..]), 1);
                rate = Math.Max(BinaryPrimitives.ReadInt32LittleEndian(body[4..]), 1);
                bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
            }
            else if (name.SequenceEqual("data"u8))
            {
                return (format, bits) is (MuLawFormat, 8) or (Pcm, 8) or (Pcm, 16) ? Resample(body, format, channels, rate, bits) : null;
            }

            at += 8 + size + (size & 1);
        }

        return null;
    }

    private static short[] Resample(ReadOnlySpan<byte> data, int format, int channels, int rate, int bits)
    {
        var frame = channels * bits / 8;
        var frames = data.Length / frame;
        var samples = new short[(int)((long)frames * Rate / rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            var from = data[((int)((long)i * rate / Rate) * frame)..];
            samples[i] = (format, bits) switch
            {
                (MuLawFormat, _) => MuLaw.Decode(from[0]),
                (_, 8) => (short)((from[0] - 128) << 8),
                _ => BinaryPrimitives.ReadInt16LittleEndian(from),
            };
        }

        return samples;
    }
}
