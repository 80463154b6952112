using PhoneNumbers;

namespace Infoline.Ivr.Conversations;

/// <summary>Reads the number of an interpreter as a consultant typed it.</summary>
internal static class ThirdPartyNumber
{
    /// <summary>A number of Poland may be typed without its code.</summary>
    private const string Home = "PL";

    /// <summary>In E.164; null for a text that is no number, and for numbers at which a call costs more than a call.</summary>
    public static string? Read(string typed)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(typed, Home);
            return numbers.IsValidNumber(number) && numbers.GetNumberType(number) is not (PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST)
                ? numbers.Format(number, PhoneNumberFormat.E164)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
