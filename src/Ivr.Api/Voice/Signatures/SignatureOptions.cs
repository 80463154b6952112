using System.Globalization;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Signatures;

/// <summary>By which tokens webhooks are signed, under <c>Twilio</c>.</summary>
internal sealed class SignatureOptions
{
    public const string Section = "Twilio";

    /// <summary>The account's primary auth token: the network signs with it.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>
    /// A second token that is accepted while tokens are changed: the secondary one before it is promoted, the old one after. The
    /// network signs with the primary token alone and changes over from one request to the next.
    /// </summary>
    public string OtherAuthToken { get; set; } = "";

    /// <summary>When the second token stops being accepted: an instant with its offset from UTC.</summary>
    public string OtherAuthTokenUntil { get; set; } = "";

    /// <summary>The end of the window in which the second token is accepted; null when there is none.</summary>
    public DateTimeOffset? WindowEnd => OtherAuthToken.Length > 0 && TryParse(OtherAuthTokenUntil, out var end) ? end : null;

    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out instant);
}

/// <summary>Says of a wrong setting in one sentence which key it is, what is wrong, and what a right value looks like.</summary>
internal sealed class SignatureOptionsCheck : IValidateOptions<SignatureOptions>
{
    private const string Example = "write for example 2026-12-01T12:00:00+01:00";

    public ValidateOptionsResult Validate(string? name, SignatureOptions options)
    {
        if (options.OtherAuthToken.Length == 0)
        {
            return options.OtherAuthTokenUntil.Length == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Twilio:OtherAuthTokenUntil is set without Twilio:OtherAuthToken; write the second token, or remove the key.");
        }

        if (string.Equals(options.OtherAuthToken, options.AuthToken, StringComparison.Ordinal))
            return ValidateOptionsResult.Fail("Twilio:OtherAuthToken is the same as Twilio:AuthToken; write the account's other token, or remove the key.");
        if (options.OtherAuthTokenUntil.Length == 0)
            return ValidateOptionsResult.Fail($"Twilio:OtherAuthTokenUntil is empty, so Twilio:OtherAuthToken would be accepted for ever; {Example}.");
        return SignatureOptions.TryParse(options.OtherAuthTokenUntil, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Twilio:OtherAuthTokenUntil is '{options.OtherAuthTokenUntil}', which is not an instant; {Example}.");
    }
}
