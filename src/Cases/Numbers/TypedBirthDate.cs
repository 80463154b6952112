using System.Globalization;

namespace Infoline.Cases.Numbers;

/// <summary>A date of birth by keys: eight digits, day first.</summary>
public static class TypedBirthDate
{
    /// <summary>Reads the keys; false for anything but a day of the calendar that is not in the future and not before 1900.</summary>
    /// <param name="keys">Digits; keys like <c>#</c> and <c>*</c> are overlooked.</param>
    /// <param name="today">The day of the call.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(string? keys, DateOnly today, out DateOnly date) =>
        DateOnly.TryParseExact(string.Concat((keys ?? "").Where(char.IsAsciiDigit)), "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date <= today && date.Year >= 1900;
}
