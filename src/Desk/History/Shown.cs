using System.Globalization;
using Infoline.Desk.Live;
using Infoline.Records.Figures;

namespace Infoline.Desk.History;

/// <summary>The values of tables as the page shows them, in the language of whoever looks.</summary>
internal static class Shown
{
    public static string Text(ColumnKind kind, object? value) => value switch
    {
        null => "–",
        string text => text,
        TimeSpan length => Lengths.Clock(length),
        DateTimeOffset at => Moment(at),
        double share when kind is ColumnKind.Share => Lengths.Percent(share),
        double number => number.ToString("N1", CultureInfo.CurrentCulture),
        long number => number.ToString("N0", CultureInfo.CurrentCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a value of a table."),
    };

    /// <summary>An instant by the clock of the office.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, OfficeTime.Zone);

    public static string Moment(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
