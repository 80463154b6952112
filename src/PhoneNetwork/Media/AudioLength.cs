using System.Buffers.Binary;
using System.Text;

namespace Infoline.PhoneNetwork.Media;

/// <summary>How long a piece of audio lasts, read from its first bytes.</summary>
internal static class AudioLength
{
    /// <summary>The length of a RIFF WAVE, headerless mu-law or MPEG audio file; null when the bytes are none of them.</summary>
    public static TimeSpan? Of(ReadOnlySpan<byte> audio, string mediaType) =>
        Wave(audio) ?? (mediaType.ToUpperInvariant() switch
        {
            "AUDIO/BASIC" or "AUDIO/ULAW" => TimeSpan.FromSeconds(audio.Length / 8000.0),
            "AUDIO/MPEG" or "AUDIO/MP3" => Mpeg(audio),
            _ => null,
        });

    private static TimeSpan? Wave(ReadOnlySpan<byte> audio)
    {
        if (audio.Length < 12 || !Is(audio, "RIFF") || !Is(audio[8..], "WAVE"))
            return null;
        var bytesPerSecond = 0u;
        for (var at = 12; at + 8 <= audio.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(audio[(at + 4)..]);
            if (Is(audio[at..], "fmt ") && at + 20 <= audio.Length)
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(audio[(at + 16)..]);
            if (Is(audio[at..], "data"))
                // Writers that stream leave the size at its maximum; then what is there counts.
                return bytesPerSecond == 0 ? null : TimeSpan.FromSeconds(Math.Min(size, (uint)(audio.Length - at - 8)) / (double)bytesPerSecond);
            if (size > int.MaxValue - at - 9)
                return null;
            at += 8 + (int)size + ((int)size & 1);
        }

        return null;
    }

    private static TimeSpan? Mpeg(ReadOnlySpan<byte> audio)
    {
        ReadOnlySpan<short> kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
        for (var at = 0; at + 4 <= audio.Length; at++)
        {
            if (audio[at] == 0xFF && (audio[at + 1] & 0xE0) == 0xE0 && kilobits[audio[at + 2] >> 4] is > 0 and var rate)
                return TimeSpan.FromSeconds(audio.Length * 8 / (rate * 1000.0));
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<byte> bytes, string tag) => bytes[..4].SequenceEqual(Encoding.ASCII.GetBytes(tag));
}
