using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Accounts;

/// <summary>Why a new password is not taken.</summary>
internal enum PasswordFault
{
    None,
    TooShort,
    TooLong,
    HoldsName,
    Common,
}

/// <summary>
/// Hashes and checks passwords (PBKDF2-SHA512 by ASP.NET Core Identity). The rules follow NIST SP 800-63B: length and a list of
/// what everybody tries, no demands on kinds of letters, no expiry.
/// </summary>
internal sealed class Passwords
{
    public const int ShortestLength = 12;
    public const int LongestLength = 128;

    private static readonly string[] CommonParts = ["password", "haslo123", "qwerty", "123456789", "infolinia", "infoline", "administrator", "zaq12wsx", "letmein"];

    private readonly PasswordHasher<Account> _hasher;
    private readonly string _nobody;

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<Account>(options);
        _nobody = _hasher.HashPassword(null!, Secrets.NewToken());
    }

    /// <summary>What is wrong with a new password for the name.</summary>
    public static PasswordFault Examine(string? password, string name)
    {
        if (password is null || password.Length < ShortestLength)
        {
            return PasswordFault.TooShort;
        }

        if (password.Length > LongestLength)
        {
            return PasswordFault.TooLong;
        }

        if (name.Length >= 4 && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return PasswordFault.HoldsName;
        }

        var rest = CommonParts.Aggregate(password, (text, part) => text.Replace(part, "", StringComparison.OrdinalIgnoreCase));
        return rest.Distinct().Count() < 5 ? PasswordFault.Common : PasswordFault.None;
    }

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Checks a password; without a hash it takes as long and says no, so that the time does not tell which names exist.</summary>
    public bool Verify(string? hash, string password, out bool isOutdated)
    {
        var result = password.Length > LongestLength ? PasswordVerificationResult.Failed : _hasher.VerifyHashedPassword(null!, hash ?? _nobody, password);
        isOutdated = result is PasswordVerificationResult.SuccessRehashNeeded;
        return hash is not null && result is not PasswordVerificationResult.Failed;
    }
}
