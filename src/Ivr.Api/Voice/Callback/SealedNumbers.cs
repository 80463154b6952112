using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Infoline.Ivr.Hosting;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>
/// A caller's number where it has to travel or to rest outside of the queue: in the URL of a step, and in the database while the queue is down.
/// The key comes from the setting <c>Hotline:PrivacyKey</c> alone, so that every node can open it, also when no store answers.
/// </summary>
internal sealed class SealedNumbers(IOptions<HotlineOptions> options, TimeProvider time)
{
    private const int TimeLength = sizeof(long);
    private const int LongestText = 200;
    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.PrivacyKey), outputLength: 32, info: "infoline: numbers to call back"u8.ToArray());

    /// <summary>The number as letters, digits, <c>-</c> and <c>_</c>, different each time.</summary>
    /// <param name="number">In E.164.</param>
    /// <param name="goodFor">After this time it does not open any more.</param>
    public string Seal(string number, TimeSpan goodFor)
    {
        var plain = new byte[TimeLength + number.Length];
        BinaryPrimitives.WriteInt64BigEndian(plain, (time.GetUtcNow() + goodFor).ToUnixTimeMilliseconds());
        Encoding.ASCII.GetBytes(number, plain.AsSpan(TimeLength));

        var whole = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using var cipher = new AesGcm(_key, Tag);
        cipher.Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>Total: the number, or null for anything that was not sealed with this key, or whose time has passed.</summary>
    public string? Open(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText } || !Base64Url.IsValid(text))
            return null;
        var whole = Base64Url.DecodeFromChars(text);
        if (whole.Length <= Nonce + Tag + TimeLength)
            return null;

        var plain = new byte[whole.Length - Nonce - Tag];
        try
        {
            using var cipher = new AesGcm(_key, Tag);
            cipher.Decrypt(whole.AsSpan(0, Nonce), whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return BinaryPrimitives.ReadInt64BigEndian(plain) >= time.GetUtcNow().ToUnixTimeMilliseconds()
            ? Encoding.ASCII.GetString(plain, TimeLength, plain.Length - TimeLength)
            : null;
    }
}
