using System.Globalization;
using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>One thing that a version says otherwise than the one before.</summary>
/// <param name="What">A day of the week in English, a date, or <c>announcement</c> and its start.</param>
/// <param name="Before">What it was: hours, <c>closed</c>, or the Polish words; empty when it was not there.</param>
/// <param name="After">What it is.</param>
internal readonly record struct HoursChange(string What, string Before, string After);

/// <summary>What differs between two versions.</summary>
internal static class HoursDifference
{
    public static IReadOnlyList<HoursChange> Between(OpeningHours before, OpeningHours after) =>
    [
        .. Differing(Week(before), Week(after)),
        .. Differing(Exceptions(before), Exceptions(after)),
        .. Differing(Announcements(before), Announcements(after)),
    ];

    private static IEnumerable<HoursChange> Differing(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(what => new HoursChange(what, before.GetValueOrDefault(what, ""), after.GetValueOrDefault(what, "")))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal));

    private static Dictionary<string, string> Week(OpeningHours hours) => WeekDays.All.ToDictionary(
        day => day.ToString().ToLowerInvariant(), day => KeptHours.Text(hours.Week.TryGetValue(day, out var open) ? open : null), StringComparer.Ordinal);

    private static Dictionary<string, string> Exceptions(OpeningHours hours) => hours.Exceptions.OrderBy(day => day.Key).ToDictionary(
        day => day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day => KeptHours.Text(day.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Announcements(OpeningHours hours) => hours.Announcements
        .GroupBy(announcement => $"announcement {KeptHours.Text(announcement.From)}", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join(" | ", group.Select(Text)), StringComparer.Ordinal);

    private static string Text(Announcement announcement) => announcement switch
    {
        Announcement.Catalogued catalogued => $"{KeptHours.Text(announcement.Until)} {catalogued.Prompt}",
        Announcement.Written written => $"{KeptHours.Text(announcement.Until)} {string.Join(" / ", LanguageCodes.All.Select(language => written.Texts[language].Words))}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The days of the week as an office counts them.</summary>
internal static class WeekDays
{
    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> All { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];
}
