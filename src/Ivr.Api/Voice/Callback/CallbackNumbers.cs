using Infoline.Ivr.Hosting;
using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>Which numbers can be called back, as the network tells them and as callers key them in.</summary>
internal sealed class CallbackNumbers(SealedNumbers seals, IOptions<HotlineOptions> options)
{
    /// <summary>Numbers without a country are Polish.</summary>
    private const string Home = "PL";
    private const int HomeCode = 48;
    private const int LongestTyped = 20;

    /// <summary>A dialogue is over long before.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    private readonly PhoneNumberUtil _rules = PhoneNumberUtil.GetInstance();

    /// <summary>The number that a call comes from, in E.164; null when it is withheld, or cannot be called.</summary>
    public string? OfCaller(string from) => CallerKeys.IsWithheld(from) || !from.StartsWith('+') ? null : Callable(from);

    /// <summary>A number as keyed in: nine digits of Poland, or 00, country and number. Total: null for what cannot be called.</summary>
    public string? Typed(string digits) => digits.Length is 0 or > LongestTyped || !digits.All(char.IsAsciiDigit)
        ? null
        : Callable(digits.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", digits.AsSpan(2)) : digits);

    /// <summary>How a number is read back: a Polish one by its nine digits, any other as it is dialled from Poland.</summary>
    public string ReadBack(string number)
    {
        var parsed = _rules.Parse(number, Home);
        var national = _rules.GetNationalSignificantNumber(parsed);
        return parsed.CountryCode == HomeCode ? national : $"00{parsed.CountryCode}{national}";
    }

    /// <summary>The number for the URL of the next step.</summary>
    public string Seal(string number) => seals.Seal(number, GoodFor);

    /// <summary>The number in the URL of a step; null when there is none, or it is too old.</summary>
    public string? Open(string? text) => seals.Open(text);

    private string? Callable(string text)
    {
        try
        {
            var number = _rules.Parse(text, Home);
            // Numbers that cost the office more than a call, and those that ring nobody, are left out.
            var rings = _rules.IsValidNumber(number)
                && _rules.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.VOIP or PhoneNumberType.PERSONAL_NUMBER;
            var whole = _rules.Format(number, PhoneNumberFormat.E164);
            return rings && !string.Equals(whole, options.Value.Number, StringComparison.Ordinal) ? whole : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
