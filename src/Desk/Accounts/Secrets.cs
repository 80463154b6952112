using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Infoline.Desk.Accounts;

/// <summary>Random secrets that are shown once and kept only as hashes. They are long enough that a plain hash cannot be searched.</summary>
internal static class Secrets
{
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int CodeLength = 12;

    /// <summary>How many recovery codes a person gets.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>A token for a link: 256 bits.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A stamp: changes when all sessions must end.</summary>
    public static string NewStamp() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    /// <summary>Codes for one who lost the authenticator: 59 bits each, in three groups, without letters that look alike.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() => [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Grouped(RandomNumberGenerator.GetString(CodeLetters, CodeLength)))];

    /// <summary>What is kept of a token or a recovery code; spaces, hyphens and capitals do not matter in a code.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A typed recovery code as it is hashed.</summary>
    public static string Normalized(string? code) =>
        new([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Take(64).Select(char.ToLowerInvariant)]);

    private static string Grouped(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";
}
