using System.Globalization;

namespace Infoline.Desk.Hours;

/// <summary>Days and times as people at this desk read them, in the language of the page.</summary>
internal static class Words
{
    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"czwartek, 24 grudnia 2026".</summary>
    public static string Of(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Of(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"Poniedziałek".</summary>
    public static string Of(DayOfWeek day)
    {
        var name = CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }
}
