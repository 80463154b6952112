using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;

namespace Infoline.Cases.Import;

/// <summary>A row of a file that can go into the register.</summary>
internal sealed class ImportedCase
{
    private const int LongestWord = 100;
    private static readonly string[] DayShapes = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "dd/MM/yyyy"];
    private static readonly string[] MomentShapes = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss"];

    private ImportedCase(CaseNumber number) => Number = number;

    public CaseNumber Number { get; }

    public string Kind { get; private set; } = "";

    public string Office { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public CaseStage Stage { get; private set; }

    public DateOnly Since { get; private set; }

    public DateOnly BirthDate { get; private set; }

    public string Missing { get; private set; } = "";

    public DateOnly? AnswerUntil { get; private set; }

    public DateTimeOffset? VisitAt { get; private set; }

    public string? CardPlace { get; private set; }

    public DateOnly? CardFrom { get; private set; }

    /// <summary>Earlier changes of stage, as <c>stage:yyyy-MM-dd</c> with commas between them.</summary>
    public string History { get; private set; } = "";

    /// <summary>Tells whether anything of a case has changed since the last import.</summary>
    public long Fingerprint => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        Kind, Office, Unit, Stage.Name(), Day(Since), Day(BirthDate), Missing, Day(AnswerUntil), VisitAt?.UtcTicks.ToString(CultureInfo.InvariantCulture), CardPlace, Day(CardFrom), History))));

    /// <summary>Reads a row. Total: gives a case, or the reason why it is none.</summary>
    public static (ImportedCase? Case, string? Fault) Read(ImportColumns columns, IReadOnlyList<string> row, DateOnly today)
    {
        string Field(string name) => columns.Field(row, name);
        if (row.Count < columns.Count)
        {
            return (null, $"the row has {row.Count} fields and the first row {columns.Count}");
        }

        if (!CaseNumber.TryParse(Field("number"), out var number, out var numberFault))
        {
            return (null, numberFault);
        }

        if (!CaseStages.TryParse(Field("stage"), out var stage))
        {
            return (null, $"'{Shortened(Field("stage"))}' is no stage; write its name or its Polish name as in docs/cases-import.md");
        }

        if (!MissingItems.TryParseList(Field("missing").Replace(';', ','), out var missing, out var unknown))
        {
            return (null, $"'{Shortened(unknown)}' is nothing that an application can lack; write names as in docs/cases-import.md, with commas between them");
        }

        var read = new ImportedCase(number)
        {
            Kind = Field("kind"),
            Office = Field("office"),
            Unit = Field("unit"),
            Stage = stage,
            Missing = MissingItems.Join(missing),
            CardPlace = Field("card_place") is { Length: > 0 } place ? place : null,
        };
        var fault = read.Words() ?? read.Days(Field, today) ?? read.Moments(Field, today);
        return fault is null ? (read, null) : (null, fault);
    }

    private string? Words() =>
        Kind.Length == 0 ? "kind is empty"
        : new[] { Kind, Office, Unit, CardPlace ?? "" }.Any(word => word.Length > LongestWord) ? $"a field is longer than {LongestWord} characters"
        : null;

    private string? Days(Func<string, string> field, DateOnly today)
    {
        if (ReadDay(field("stage_since")) is not { } since)
        {
            return "stage_since is not a day; write for example 2026-03-05 or 05.03.2026";
        }

        if (ReadDay(field("birth_date")) is not { } born || born.Year < 1900)
        {
            return "birth_date is not a day since 1900; write for example 1990-03-05 or 05.03.1990";
        }

        if (since > today)
        {
            return "stage_since lies in the future; a stage is imported when it has begun";
        }

        if (born > today)
        {
            return "birth_date lies in the future";
        }

        (Since, BirthDate) = (since, born);
        return null;
    }

    private string? Moments(Func<string, string> field, DateOnly today)
    {
        var (until, from, visit) = (field("answer_until"), field("card_from"), field("visit_at"));
        (AnswerUntil, CardFrom, VisitAt) = (ReadDay(until), ReadDay(from), ReadMoment(visit));
        return until.Length > 0 && AnswerUntil is null ? "answer_until is not a day; write for example 2026-03-05 or 05.03.2026"
            : from.Length > 0 && CardFrom is null ? "card_from is not a day; write for example 2026-03-05 or 05.03.2026"
            : visit.Length > 0 && VisitAt is null ? "visit_at is not a day and time; write for example 2026-03-05 09:30"
            : Past(field("history"), today);
    }

    private string? Past(string text, DateOnly today)
    {
        List<string> changes = [];
        foreach (var change in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = change.Split(':', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !CaseStages.TryParse(parts[0], out var stage) || ReadDay(parts[1]) is not { } since || since > today)
            {
                return "history is not a list of stages with the days on which they began; write for example submitted:2026-01-02,formal-check:2026-02-03";
            }

            changes.Add($"{stage.Name()}:{Day(since)}");
        }

        History = string.Join(',', changes);
        return null;
    }

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
        : null;

    private static DateTimeOffset? ReadMoment(string text) =>
        DateTime.TryParseExact(text, MomentShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? OfficeDay.At(moment)
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 1 and < 2_958_466 ? OfficeDay.At(DateTime.FromOADate(serial))
        : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shortened(string? text) => text is { Length: > 40 } ? $"{text[..40]}…" : text ?? "";
}
