using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Infoline.Desk.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and 6 digits, which every app understands.</summary>
internal static class Totp
{
    private const int SecretBytes = 20;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>A new secret in Base32.</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The address that a QR code carries to the app.</summary>
    public static string Uri(string secret, string account) =>
        $"otpauth://totp/Infoline:{System.Uri.EscapeDataString(account)}?secret={secret}&issuer=Infoline";

    /// <summary>The code of a moment.</summary>
    public static string Code(string secret, DateTimeOffset at) => Code(FromBase32(secret), StepOf(at));

    /// <summary>The code of a counter: RFC 4226, 5.3.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that authenticator apps use; the strength of HMAC does not rest on collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>
    /// The step whose code was typed, at most one step from now, or null. Steps up to <paramref name="lastStep"/> were used or
    /// passed by and count no more (RFC 6238, 5.2), so a code that somebody overheard opens nothing.
    /// </summary>
    public static long? Match(string secret, string? typed, DateTimeOffset now, long lastStep)
    {
        var code = new string((typed ?? "").Where(char.IsAsciiDigit).Take(Digits + 1).ToArray());
        if (code.Length != Digits)
        {
            return null;
        }

        var key = FromBase32(secret);
        var current = StepOf(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), System.Text.Encoding.ASCII.GetBytes(code));
            if (same && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32Letters[(buffer >> bits) & 31]);
            }
        }

        return text.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        int buffer = 0, bits = 0;
        foreach (var letter in text)
        {
            buffer = ((buffer << 5) | Base32Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
