using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Infoline.Desk.Audit;

/// <summary>What an auditor filters by, as the page and the address of the export carry it. Days are those of the office.</summary>
internal sealed class AuditQuery
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string Object { get; set; } = "";

    /// <summary>Reads the query of an address; what is garbled does not narrow.</summary>
    public static AuditQuery Of(IQueryCollection query) => new()
    {
        From = Day(query["from"]),
        Until = Day(query["until"]),
        Actor = Text(query["actor"]),
        Action = Text(query["action"]),
        Object = Text(query["object"]),
    };

    /// <summary>A moment as the clock of the office shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Office);

    public AuditFilter ToFilter(int limit) => new(Start(From), Start(Until?.AddDays(1)), Actor.Trim(), Action, Object.Trim(), 0, limit);

    public string ToQueryString() => QueryString.Create(ToDetail().Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).ToString();

    /// <summary>What was filtered by, for the audit's own entry.</summary>
    public Dictionary<string, string> ToDetail()
    {
        Dictionary<string, string> detail = new(StringComparer.Ordinal);
        Add("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("until", Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("actor", Actor);
        Add("action", Action);
        Add("object", Object);
        return detail;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                detail[name] = value.Trim();
            }
        }
    }

    private static DateTimeOffset? Start(DateOnly? day) => day is { } date
        ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Office.GetUtcOffset(date.ToDateTime(TimeOnly.MinValue)))
        : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(string? text) => text is { Length: <= 64 } ? text : "";
}
