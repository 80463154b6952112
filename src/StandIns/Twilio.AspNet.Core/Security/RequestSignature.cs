using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security;

/// <summary>Computes and compares one request signature in rented memory.</summary>
internal static class RequestSignature
{
    private const int Length = 28; // base64 of the 20 bytes of an HMAC-SHA1

    /// <summary>The order in which parameters are signed.</summary>
    public static readonly Comparer<KeyValuePair<string, string>> ByName =
        Comparer<KeyValuePair<string, string>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));

    public static bool Matches(byte[] secret, string url, ReadOnlySpan<KeyValuePair<string, string>> parameters, string expected)
    {
        if (expected.Length != Length)
            return false;

        var characters = url.Length;
        foreach (var (name, value) in parameters)
            characters += name.Length + value.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters));
        try
        {
            var written = Encoding.UTF8.GetBytes(url, buffer);
            foreach (var (name, value) in parameters)
            {
                written += Encoding.UTF8.GetBytes(name, buffer.AsSpan(written));
                written += Encoding.UTF8.GetBytes(value, buffer.AsSpan(written));
            }

            Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Twilio signs with HMAC-SHA1; the choice is not ours.
            HMACSHA1.HashData(secret, buffer.AsSpan(0, written), hash);
#pragma warning restore CA5350
            Span<byte> actual = stackalloc byte[Length];
            Base64.EncodeToUtf8(hash, actual, out _, out _);
            Span<byte> given = stackalloc byte[Length];
            return Encoding.UTF8.TryGetBytes(expected, given, out var count)
                && CryptographicOperations.FixedTimeEquals(actual, given[..count]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
