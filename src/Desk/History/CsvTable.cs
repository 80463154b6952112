using System.Globalization;
using System.Text;
using Infoline.Desk.Audit;
using Infoline.Records.Figures;

namespace Infoline.Desk.History;

/// <summary>
/// A table as CSV after RFC 4180, in UTF-8 with its mark: stable names as heads, lengths of time in seconds, shares from 0 to 1, instants
/// in the time of the office with its distance from UTC. Made for programs; people open the workbook.
/// </summary>
internal static class CsvTable
{
    public static async Task WriteAsync(HistoryTable table, Stream target, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(table.Columns.Select(column => column.Name)));
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(Line(row.Select(Text)));
        }
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(AuditExport.Cell)) + "\r\n";

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        TimeSpan length => Math.Round(length.TotalSeconds, 3).ToString(CultureInfo.InvariantCulture),
        DateTimeOffset at => TimeZoneInfo.ConvertTime(at, OfficeTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a value of a table."),
    };
}
