using PhoneNumbers;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>Whether a number can receive a text message.</summary>
internal static class TextNumber
{
    private static readonly PhoneNumberUtil Rules = PhoneNumberUtil.GetInstance();

    /// <summary>True for a mobile number that is not withheld. Total: any text gives an answer.</summary>
    /// <param name="number">In international form.</param>
    public static bool Reaches(string number)
    {
        try
        {
            return !CallerKeys.IsWithheld(number) && number.StartsWith('+')
                && Rules.Parse(number, null) is var parsed && Rules.IsValidNumber(parsed)
                && Rules.GetNumberType(parsed) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
