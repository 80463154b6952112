using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>
/// Seals what a caller keyed, so that it can ride in a URL: unreadable for whoever sees the URL, good for this call alone, and not
/// for longer than a caller may take for a step.
/// </summary>
internal sealed class CaseSeal(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    /// <exception cref="Exception">The keys of the protection cannot be had, for example because the store that keeps them is down.</exception>
    public string Seal(CaseState state, string callSid)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, CaseStateJson.Default.CaseState);
        var bytes = new byte[sizeof(long) + json.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, (time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds());
        json.CopyTo(bytes, sizeof(long));
        return WebEncoders.Base64UrlEncode(For(callSid).Protect(bytes));
    }

    /// <summary>Opens what <see cref="Seal"/> made for the same call; null for anything else, and for what is too old.</summary>
    public CaseState? Open(string? seal, string callSid)
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            var bytes = For(callSid).Unprotect(WebEncoders.Base64UrlDecode(seal)).AsSpan();
            return BinaryPrimitives.ReadInt64LittleEndian(bytes) >= time.GetUtcNow().ToUnixTimeMilliseconds()
                ? JsonSerializer.Deserialize(bytes[sizeof(long)..], CaseStateJson.Default.CaseState)
                : null;
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For(string callSid) => protection.CreateProtector("Infoline.CaseStatus", "v1", callSid);
}
