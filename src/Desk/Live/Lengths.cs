using System.Globalization;

namespace Infoline.Desk.Live;

/// <summary>Lengths of time as people at the desk read them.</summary>
internal static class Lengths
{
    /// <summary>Minutes and seconds, <c>2:05</c>; from an hour on <c>1:02:05</c>.</summary>
    public static string Clock(TimeSpan length) => length >= TimeSpan.FromHours(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)length.TotalHours}:{length.Minutes:00}:{length.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{length.Minutes}:{length.Seconds:00}");

    /// <summary>As <see cref="Clock(TimeSpan)"/>; a dash where there is none.</summary>
    public static string Clock(TimeSpan? length) => length is { } known ? Clock(known) : "–";

    /// <summary>A share in whole percent, as the language writes it; a dash where there is none.</summary>
    public static string Percent(double? share) => share is { } known ? known.ToString("P0", CultureInfo.CurrentCulture) : "–";
}
