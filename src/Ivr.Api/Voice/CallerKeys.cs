using System.Security.Cryptography;
using System.Text;
using Infoline.Ivr.Hosting;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice;

/// <summary>
/// Turns a caller's number into a key by which the same caller is known again, and from which the number cannot be read.
/// Keyed, because all telephone numbers of a country can be hashed in minutes.
/// </summary>
internal sealed class CallerKeys(IOptions<HotlineOptions> options)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.PrivacyKey);

    /// <summary>What the network sends for a withheld number, as the digits of ANONYMOUS, RESTRICTED and UNKNOWN on a keypad.</summary>
    private static readonly string[] Withheld = ["+266696687", "+7378742833", "+86282452253", "anonymous", "unknown", "restricted"];

    /// <summary>The key of a number: 32 hexadecimal digits; null for a withheld number, which tells nobody from another.</summary>
    public string? Of(string number) => IsWithheld(number)
        ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(number)).AsSpan(0, 16));

    /// <summary>Whether the caller cannot be called back at the number that the call came from.</summary>
    public static bool IsWithheld(string number) => number.Length == 0 || Withheld.Contains(number, StringComparer.OrdinalIgnoreCase);
}
