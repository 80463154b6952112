using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Infoline.Records.Figures;

namespace Infoline.Desk.History;

/// <summary>
/// A table as a workbook for people: heads in their language, true numbers, shares in percent, lengths of time as <c>h:mm:ss</c>,
/// instants in the time of the office. Written row by row, so that a long table needs no more memory than a short one.
/// </summary>
internal static class XlsxTable
{
    // The order of the cell formats in the style sheet below.
    private const uint Plain = 0;
    private const uint Heading = 1;
    private const uint Whole = 2;
    private const uint Decimal = 3;
    private const uint Percent = 4;
    private const uint Duration = 5;
    private const uint Moment = 6;

    /// <summary>The most rows that a sheet can hold, its head included; what is beyond goes on in further sheets.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Writes a workbook.</summary>
    /// <param name="table">What to write.</param>
    /// <param name="title">The name of the sheet, at most 25 letters without <c>[]:*?/\</c>.</param>
    /// <param name="head">The title of a column by its stable name.</param>
    /// <param name="target">A stream that can seek.</param>
    /// <param name="mostRows">The most rows of a sheet, its head included.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    public static async Task WriteAsync(HistoryTable table, string title, Func<string, string> head, Stream target, int mostRows, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        List<string> sheets = [];
        await using var rows = table.Rows.GetAsyncEnumerator(cancellationToken);
        bool hasMore;
        do
        {
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheets.Add(workbook.GetIdOfPart(sheet));
            hasMore = await WriteSheetAsync(sheet, table.Columns, head, rows, mostRows);
        }
        while (hasMore);

        workbook.Workbook = new Workbook(new Sheets(sheets.Select((id, index) => new Sheet
        {
            Id = id,
            SheetId = (uint)index + 1,
            Name = index == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} {index + 1}"),
        })));
        workbook.Workbook.Save();
    }

    /// <summary>Writes one sheet; true when it is full and a row is left over.</summary>
    private static async Task<bool> WriteSheetAsync(WorksheetPart part, IReadOnlyList<HistoryTable.Head> columns, Func<string, string> head, IAsyncEnumerator<IReadOnlyList<object?>> rows, int mostRows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Columns(columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Kind is ColumnKind.Instant or ColumnKind.Text ? 21 : 14,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(columns.Select(column => Text(head(column.Name), Heading))));
        var (written, isFull) = (1, false);
        while (!isFull && await rows.MoveNextAsync())
        {
            writer.WriteElement(new Row(columns.Zip(rows.Current, (column, value) => CellOf(column.Kind, value))));
            isFull = ++written == mostRows;
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        return isFull;
    }

    private static Cell CellOf(ColumnKind kind, object? value) => value switch
    {
        null => new Cell { StyleIndex = Plain },
        string text => Text(text, Plain),
        long number => Number(number, Whole),
        double number => Number(number, kind is ColumnKind.Share ? Percent : Decimal),
        TimeSpan length => Number(length.TotalDays, Duration),
        DateTimeOffset at => Number(TimeZoneInfo.ConvertTime(at, OfficeTime.Zone).DateTime.ToOADate(), Moment),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a value of a table."),
    };

    // A text in a cell of its own kind is never taken for a formula.
    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Cell Number(double number, uint style) => new()
    {
        StyleIndex = style,
        CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)),
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "[h]:mm:ss" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm:ss" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            Format(0),
            new CellFormat { FontId = 1, ApplyFont = true, Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, ApplyAlignment = true },
            Format(3),
            Format(2),
            Format(10),
            Format(164),
            Format(165)));

    private static CellFormat Format(uint number) => new() { NumberFormatId = number, ApplyNumberFormat = number > 0 };
}
