using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infoline.Desk.Accounts;

/// <summary>Reads where a consultant is rung, as an administrator typed it.</summary>
internal static partial class DeviceAddress
{
    /// <summary>Total: any text gives a device or false. Spaces and hyphens in a number do not matter; it is written from <c>+</c> on.</summary>
    public static bool TryParse(DeviceKind kind, string? text, [NotNullWhen(true)] out Device? device)
    {
        var typed = (text ?? "").Trim();
        device = kind switch
        {
            DeviceKind.Browser => Device.Browser,
            DeviceKind.Number when new string([.. typed.Where(letter => letter is not (' ' or '-' or '(' or ')'))]) is var number && Number().IsMatch(number) => new Device(kind, number),
            DeviceKind.Sip when Sip().IsMatch(typed) => new Device(kind, typed[(typed.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? 4 : 0)..]),
            _ => null,
        };
        return device is not null;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(sip:)?[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Sip();
}
