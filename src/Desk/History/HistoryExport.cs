using System.Globalization;
using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Records.Figures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Infoline.Desk.History;

/// <summary>The history as files: figures and single calls, each as CSV and as a workbook. Every export is in the audit.</summary>
internal static class HistoryExport
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/history/figures.csv", (HttpContext http, Exporter exporter) => exporter.CsvAsync(http, Subject.Figures)).RequireAuthorization(Policies.Supervisor);
        app.MapGet("/desk/history/figures.xlsx", (HttpContext http, Exporter exporter) => exporter.XlsxAsync(http, Subject.Figures)).RequireAuthorization(Policies.Supervisor);
        app.MapGet("/desk/history/calls.csv", (HttpContext http, Exporter exporter) => exporter.CsvAsync(http, Subject.Calls)).RequireAuthorization(Policies.Supervisor);
        app.MapGet("/desk/history/calls.xlsx", (HttpContext http, Exporter exporter) => exporter.XlsxAsync(http, Subject.Calls)).RequireAuthorization(Policies.Supervisor);
    }

    internal enum Subject
    {
        Figures,
        Calls,
    }

    /// <summary>Writes the files.</summary>
    internal sealed class Exporter(HistoryReader reader, AuditTrail audit, IStringLocalizer<HistoryTexts> texts, TimeProvider time)
    {
        public async Task CsvAsync(HttpContext http, Subject subject)
        {
            var table = await OpenAsync(http, subject, "csv");
            http.Response.ContentType = "text/csv; charset=utf-8";
            await CsvTable.WriteAsync(table, http.Response.Body, http.RequestAborted);
        }

        public async Task XlsxAsync(HttpContext http, Subject subject)
        {
            var table = await OpenAsync(http, subject, "xlsx");
            http.Response.ContentType = Workbook;
            var path = Path.Combine(Path.GetTempPath(), $"infoline-{Guid.NewGuid():N}.xlsx");
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await XlsxTable.WriteAsync(table, texts[$"Export.{subject}"], name => texts[$"Column.{name}"], file, XlsxTable.MostRows, http.RequestAborted);
            file.Position = 0;
            http.Response.ContentLength = file.Length;
            await file.CopyToAsync(http.Response.Body, http.RequestAborted);
        }

        private async Task<HistoryTable> OpenAsync(HttpContext http, Subject subject, string format)
        {
            var query = HistoryQuery.Of(http.Request.Query, OfficeTime.DayOf(time.GetUtcNow()));
            var table = subject is Subject.Figures ? await reader.FiguresTableAsync(query, http.RequestAborted) : reader.CallsTable(query, http.RequestAborted);
            var detail = new Dictionary<string, string>(query.ToDetail(), StringComparer.Ordinal) { ["format"] = format };
            await audit.WriteAsync(CurrentUser.ActorOf(http), new AuditEntry(AuditActions.HistoryExported, "history", subject.ToString().ToLowerInvariant(), detail), http.RequestAborted);
            http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture,
                $"attachment; filename=\"infoline-{subject.ToString().ToLowerInvariant()}-{query.From:yyyy-MM-dd}-{query.Until:yyyy-MM-dd}.{format}\"");
            return table;
        }
    }
}
