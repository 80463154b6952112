using System.Globalization;
using System.Text;
using Dapper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Infoline.Desk.Accounts;
using Infoline.Desk.History;
using Infoline.Desk.Supervision;
using Infoline.Records;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.Tests;
using Infoline.Records.Writing;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Desk.Tests.History;

/// <summary>Random calls go through the writer of records; what the board, the history and its exports say is held against a plain count of their events.</summary>
public sealed class FiguresAgreeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly HistoryQuery Week = new(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9));

    [Theory, OnEachDatabase]
    public async Task Board_history_and_exports_agree_with_a_plain_recount(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, RecordsServices.Schema);
        var time = new FakeTimeProvider(Histories.Monday.AddDays(9));
        var writer = new RecordsWriter(test.Database, Options.Create(new RecordsOptions { KeepDays = 30 }), time);
        var statistics = new CallStatistics(test.Database);
        var reader = new HistoryReader(statistics, new Records.History.CallHistory(test.Database), new AccountStore(test.Database, time), new Settings(new SupervisionOptions { AnswerWithin = Limit }));
        await CsCheck.Check.SampleAsync(Histories.Some(1, 50), async records =>
        {
            await ForgetAllAsync(test.Database);
            foreach (var record in records)
            {
                await writer.WriteAsync(record, Cancel);
            }

            var plain = records.Select(Plain.Of).ToList();
            await HistoryAgreesAsync(reader, plain);
            await ExportsAgreeAsync(reader, plain);
            foreach (var day in plain.GroupBy(call => OfficeTime.DayOf(call.At)))
            {
                await BoardAgreesAsync(statistics, day.Key, [.. day]);
            }
        }, iter: 6, threads: 1);
    }

    [Fact]
    public async Task A_table_longer_than_a_sheet_goes_on_in_the_next()
    {
        using var file = new MemoryStream();
        var table = HistoryTable.Of([new Column<long>("n", ColumnKind.Count, number => number)], Enumerable.Range(1, 9).Select(number => (long)number).ToAsyncEnumerable());

        await XlsxTable.WriteAsync(table, "Numbers", name => name, file, mostRows: 5, Cancel);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(fault => fault.Description).ShouldBeEmpty();
        document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Numbers", "Numbers 2", "Numbers 3"]);
        Cells(document).Where(row => row[0] is not "n").Select(row => row[0]).ShouldBe(Enumerable.Range(1, 9).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_stays_a_text()
    {
        using var file = new MemoryStream();
        var table = HistoryTable.Of([new Column<string>("text", ColumnKind.Text, text => text)], new[] { "=1+1" }.ToAsyncEnumerable());

        await XlsxTable.WriteAsync(table, "Texts", name => name, file, XlsxTable.MostRows, Cancel);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>().ShouldBeEmpty();
        Cells(document)[1][0].ShouldBe("=1+1");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task HistoryAgreesAsync(HistoryReader reader, List<Plain> plain)
    {
        var total = (await reader.TotalAsync(Week, Cancel))!;
        Check(total, plain);
        foreach (var day in await reader.CallsAsync(Week, HistoryCut.Day, Cancel))
        {
            Check(day, [.. plain.Where(call => OfficeTime.DayOf(call.At) == OfficeTime.DayOf(day.StartsAt!.Value))]);
        }

        foreach (var language in await reader.CallsAsync(Week, HistoryCut.Language, Cancel))
        {
            Check(language, [.. plain.Where(call => call.Language == language.Name)]);
            var one = Week with { Language = language.Name! };
            if (language.Name!.Length > 0)
            {
                Check((await reader.TotalAsync(one, Cancel))!, [.. plain.Where(call => call.Language == language.Name)]);
            }
        }

        var week = new WeekMap(Week.From, Week.Until, await reader.CallsAsync(Week, HistoryCut.Quarter, Cancel), Limit);
        foreach (var hour in plain.GroupBy(call => (Shown.Local(call.At).DayOfWeek, Shown.Local(call.At).Hour)))
        {
            var field = week.Of(hour.Key.DayOfWeek, hour.Key.Hour);
            (field.Arrived, field.Asked, field.Answered).ShouldBe((hour.Count(), hour.Count(call => call.Asked), hour.Count(call => call.Answered)));
            field.InTime.ShouldBe(hour.Count(call => call.InTime), 0.001);
        }
    }

    private static async Task BoardAgreesAsync(CallStatistics statistics, DateOnly day, List<Plain> plain)
    {
        var board = new DayReader(statistics, new FakeTimeProvider(OfficeTime.BeginOf(day).AddHours(20)));

        await board.ReadAsync(null, Cancel);

        Check(board.Current.Calls!, plain);
    }

    private static async Task ExportsAgreeAsync(HistoryReader reader, List<Plain> plain)
    {
        var figures = await CsvAsync(await reader.FiguresTableAsync(Week, Cancel));
        Sum(figures, "arrived").ShouldBe(plain.Count);
        Sum(figures, "asked").ShouldBe(plain.Count(call => call.Asked));
        Sum(figures, "answered").ShouldBe(plain.Count(call => call.Answered));
        Sum(figures, "abandoned").ShouldBe(plain.Count(call => call.Abandoned));
        await SameInWorkbookAsync(await reader.FiguresTableAsync(Week, Cancel), figures);

        var calls = await CsvAsync(reader.CallsTable(Week, Cancel));
        calls.Skip(1).Select(row => row[0]).ShouldBe(plain.OrderByDescending(call => call.At).Select(call => call.Id));
        foreach (var row in calls.Skip(1))
        {
            var call = plain.Single(each => each.Id == row[0]);
            (row[calls[0].IndexOf("outcome")] == "answered").ShouldBe(call.Answered);
            (row[calls[0].IndexOf("wait")].Length > 0).ShouldBe(call.Asked);
            if (call.Answered)
            {
                double.Parse(row[calls[0].IndexOf("wait")], CultureInfo.InvariantCulture).ShouldBe(call.Wait.TotalSeconds, 0.002);
            }
        }

        await SameInWorkbookAsync(reader.CallsTable(Week, Cancel), calls);
    }

    private static void Check(CallFigures figures, List<Plain> plain)
    {
        var answered = plain.Where(call => call.Answered).ToList();
        (figures.Arrived, figures.Asked, figures.Answered, figures.Abandoned + figures.AbandonedRinging)
            .ShouldBe((plain.Count, plain.Count(call => call.Asked), answered.Count, plain.Count(call => call.Abandoned)));
        figures.AnsweredWithin(Limit).ShouldBe(plain.Count(call => call.InTime), 0.001);
        if (answered.Count > 0)
        {
            figures.AverageSpeedOfAnswer!.Value.TotalSeconds.ShouldBe(answered.Average(call => call.Wait.TotalSeconds), 0.01);
            figures.AverageHandleTime!.Value.TotalSeconds.ShouldBe(answered.Average(call => call.Handling.TotalSeconds), 0.01);
        }
    }

    private static async Task<List<List<string>>> CsvAsync(HistoryTable table)
    {
        using var file = new MemoryStream();
        await CsvTable.WriteAsync(table, file, Cancel);
        var text = Encoding.UTF8.GetString(file.ToArray());
        text[0].ShouldBe('\uFEFF');
        return [.. text[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').ToList())];
    }

    /// <summary>Every number of the workbook is that of the CSV, and every other cell its text.</summary>
    private static async Task SameInWorkbookAsync(HistoryTable table, List<List<string>> csv)
    {
        using var file = new MemoryStream();
        await XlsxTable.WriteAsync(table, "Infoline", name => name, file, XlsxTable.MostRows, Cancel);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(fault => fault.Description).ShouldBeEmpty();
        var cells = Cells(document);
        cells.Count.ShouldBe(csv.Count);
        cells[0].ShouldBe(csv[0]);
        for (var row = 1; row < csv.Count; row++)
        {
            for (var column = 0; column < csv[0].Count; column++)
            {
                var (cell, expected) = (cells[row][column], csv[row][column]);
                switch (table.Columns[column].Kind)
                {
                    case ColumnKind.Length when expected.Length > 0:
                        (double.Parse(cell, CultureInfo.InvariantCulture) * 86400).ShouldBe(double.Parse(expected, CultureInfo.InvariantCulture), 0.01);
                        break;
                    case ColumnKind.Instant:
                        DateTime.FromOADate(double.Parse(cell, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).DateTime, TimeSpan.FromSeconds(1.01));
                        break;
                    case ColumnKind.Share or ColumnKind.Mean when expected.Length > 0:
                        double.Parse(cell, CultureInfo.InvariantCulture).ShouldBe(double.Parse(expected, CultureInfo.InvariantCulture), 0.00001);
                        break;
                    default:
                        cell.ShouldBe(expected.TrimStart('\''));
                        break;
                }
            }
        }
    }

    private static List<List<string>> Cells(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart!;
        return [.. workbook.Workbook!.Sheets!.Elements<Sheet>().SelectMany(sheet => ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>())
            .Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ToList())];
    }

    private static long Sum(List<List<string>> csv, string column) => csv.Skip(1).Sum(row => long.Parse(row[csv[0].IndexOf(column)], CultureInfo.InvariantCulture));

    private static async Task ForgetAllAsync(Sql.Database database)
    {
        await using var connection = await database.OpenAsync(Cancel);
        await connection.ExecuteAsync("DELETE FROM calls; DELETE FROM call_figures; DELETE FROM consultant_figures; DELETE FROM menu_figures; DELETE FROM survey_figures;");
    }

    /// <summary>A call, counted from its events by somebody who does not know how the program does it.</summary>
    private sealed record Plain(string Id, DateTimeOffset At, string Language, bool Asked, bool Answered, bool Abandoned, TimeSpan Wait, TimeSpan Handling)
    {
        public bool InTime => Answered && Wait <= Limit;

        public static Plain Of(CallRecord record)
        {
            var asked = record.Events.OfType<AskedForConsultant>().FirstOrDefault();
            var connected = record.Events.OfType<Connected>().FirstOrDefault();
            var saved = record.Events.Any(each => each is LeftQueue or CallbackRequested);
            return new Plain(
                record.CallId,
                record.Events[0].At,
                record.Events.OfType<LanguageChosen>().FirstOrDefault()?.Language ?? "",
                asked is not null,
                connected is not null,
                asked is not null && connected is null && !saved,
                connected is not null ? connected.At - asked!.At : TimeSpan.Zero,
                Handled(record.Events));
        }

        // From the first word of each conversation to the end of the work after it.
        private static TimeSpan Handled(IEnumerable<CallEvent> events)
        {
            var (sum, since) = (TimeSpan.Zero, (DateTimeOffset?)null);
            foreach (var each in events)
            {
                since = each is Connected ? each.At : since;
                if (each is WrapUpEnded && since is { } from)
                {
                    (sum, since) = (sum + (each.At - from), null);
                }
            }

            return sum;
        }
    }

    private sealed class Settings(SupervisionOptions value) : IOptionsMonitor<SupervisionOptions>
    {
        public SupervisionOptions CurrentValue => value;

        public SupervisionOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<SupervisionOptions, string?> listener) => null;
    }
}
