namespace Infoline.Desk.Accounts;

/// <summary>The rule for names to sign in with: 3 to 60 ASCII letters, digits, dots, hyphens, underscores and at-signs, so a mail address fits.</summary>
internal static class AccountName
{
    public static bool IsValid(string? name) =>
        name is { Length: >= 3 and <= 60 } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@');
}
