using System.Globalization;
using System.Text;
using System.Text.Json;
using Infoline.Desk.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Infoline.Desk.Audit;

/// <summary>The audit as a table for a spreadsheet: CSV after RFC 4180, in UTF-8 with its mark, newest first.</summary>
internal static class AuditExport
{
    private const int AtOnce = 1000;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/audit.csv", ExportAsync).RequireAuthorization(Policies.Auditor);

    /// <summary>A cell; a text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static async Task ExportAsync(HttpContext http, AuditTrail audit, TimeProvider time)
    {
        var query = AuditQuery.Of(http.Request.Query);
        await audit.WriteAsync(CurrentUser.ActorOf(http), new AuditEntry(AuditActions.AuditExported, "audit", "", query.ToDetail()), http.RequestAborted);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{AuditQuery.Local(time.GetUtcNow()):yyyy-MM-dd-HHmm}.csv\"";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync("id,at,actor,actor_id,origin,action,object_kind,object_id,detail\r\n");
        for (var filter = query.ToFilter(AtOnce); ;)
        {
            var page = await audit.ReadAsync(filter, http.RequestAborted);
            foreach (var record in page)
            {
                await writer.WriteAsync(Line(record));
            }

            if (page.Count < AtOnce)
            {
                return;
            }

            filter = filter with { Before = page[^1].Id };
        }
    }

    private static string Line(AuditRecord record) => string.Join(',', new[]
    {
        record.Id.ToString(CultureInfo.InvariantCulture),
        record.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        record.Actor.Name,
        record.Actor.Id,
        record.Actor.Origin,
        record.Entry.Action,
        record.Entry.ObjectKind,
        record.Entry.ObjectId,
        record.Entry.Detail.Count > 0 ? JsonSerializer.Serialize(record.Entry.Detail, AuditJson.Default.IReadOnlyDictionaryStringString) : "",
    }.Select(Cell)) + "\r\n";
}
