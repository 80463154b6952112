using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Infoline.Cases.Import;
using Infoline.Sql.Testing;

namespace Infoline.Cases.Tests.Import;

public sealed class XlsxTests
{
    [Theory, OnEachDatabase]
    public async Task A_workbook_comes_in_with_shared_texts_inline_texts_and_days_as_numbers(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        var result = await office.ImportAsync(Workbook(), "cases.xlsx");

        result.ShouldBeOfType<ImportResult.Imported>().ShouldBe(new ImportResult.Imported(2, 0, 0, 1, "XLSX", []), new SameCounts());
        office.Rejected.ShouldHaveSingleItem().Line.ShouldBe(4);
        (await office.ListAsync("SELECT number || '|' || stage || '|' || kind || '|' || stage_since FROM cases ORDER BY number")).ShouldBe(["WSC.6151.1.2026|opinions|pobyt czasowy|2026-10-01", "WSC.6151.2.2026|summons|pobyt stały|2026-10-02"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_workbook_that_is_cut_off_is_refused(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var whole = Workbook();

        foreach (var share in new[] { 0.1, 0.5, 0.9, 0.99 })
        {
            (await office.ImportAsync(whole[..(int)(whole.Length * share)], "cases.xlsx")).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldStartWith("The file is no whole XLSX workbook");
        }

        (await office.NumbersAsync()).ShouldBeEmpty();
    }

    private static byte[] Workbook()
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var texts = workbook.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable(new[] { "number", "kind", "stage", "stage_since", "birth_date", "pobyt czasowy", "pobyt stały" }.Select(text => new SharedStringItem(new Text(text))));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(
                Row(1, Shared(0), Shared(1), Shared(2), Shared(3), Shared(4)),
                Row(2, Inline("WSC.6151.1.2026"), Shared(5), Inline("Opiniowanie wniosku"), Number(46296), Number(32937)),
                Row(3, Inline("WSC.6151.2.2026"), Shared(6), Inline("wezwanie"), Inline("2026-10-02"), Inline("05.03.1990")),
                Row(4, Inline("WSC.6151.3.2026"), Shared(6), Inline("?"), Inline("2026-10-02"), Inline("05.03.1990"))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "cases", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return memory.ToArray();
    }

    private static Row Row(uint number, params Cell[] cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index].CellReference = $"{(char)('A' + index)}{number}";
        }

        return new Row(cells) { RowIndex = number };
    }

    private static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(index) };

    private static Cell Inline(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(int value) => new() { CellValue = new CellValue(value) };

    private sealed class SameCounts : IEqualityComparer<ImportResult.Imported>
    {
        public bool Equals(ImportResult.Imported? x, ImportResult.Imported? y) => (x?.New, x?.Changed, x?.Unchanged, x?.Rejected, x?.ReadAs) == (y?.New, y?.Changed, y?.Unchanged, y?.Rejected, y?.ReadAs);

        public int GetHashCode(ImportResult.Imported obj) => obj.New.GetHashCode();
    }
}
