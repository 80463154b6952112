using System.Globalization;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Microsoft.AspNetCore.Http;

namespace Infoline.Desk.History;

/// <summary>What of the history is looked at, as the address of the page and of the exports carries it. Days are those of the office.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, which is part of the period.</param>
public sealed record HistoryQuery(DateOnly From, DateOnly Until)
{
    /// <summary>The longest period, in days; a leap year and a day.</summary>
    public const int LongestPeriod = 367;

    /// <summary>Only this language; empty for all.</summary>
    public string Language { get; init; } = "";

    /// <summary>Only this topic; empty for all.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Of the single calls only those whose last conversation was with this consultant; empty for all.</summary>
    public string Consultant { get; init; } = "";

    /// <summary>Of the single calls only those of this outcome; null for all.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>The longest period that the page shows by quarter hours, in days; a file takes any.</summary>
    public const int LongestByQuarter = 92;

    /// <summary>Which part of the page is open.</summary>
    public HistoryView View { get; init; } = HistoryView.Figures;

    /// <summary>How the figures are cut.</summary>
    public HistoryCut Cut { get; init; } = HistoryCut.Day;

    /// <summary>Reads the fields of an address; what is garbled counts as not said. Without days it is the last seven.</summary>
    public static HistoryQuery Of(Func<string, string?> field, DateOnly today)
    {
        var until = Day(field("until")) ?? today;
        var from = Day(field("from")) ?? until.AddDays(-6);
        if (from > until)
        {
            (from, until) = (until, from);
        }

        return new HistoryQuery(until.DayNumber - from.DayNumber < LongestPeriod ? from : until.AddDays(1 - LongestPeriod), until)
        {
            Language = Text(field("language")),
            Topic = Text(field("topic")),
            Consultant = Text(field("consultant")),
            Outcome = CallOutcomeNames.TryParse(field("outcome"), out var outcome) ? outcome : null,
            View = Named<HistoryView>(field("view")),
            Cut = Named<HistoryCut>(field("cut")),
        };
    }

    /// <summary>Reads the query of a request.</summary>
    public static HistoryQuery Of(IQueryCollection query, DateOnly today) => Of(name => query[name], today);

    /// <summary>The same with no more days than the page shows by quarter hours: the last ones.</summary>
    public HistoryQuery ByQuarter() => Until.DayNumber - From.DayNumber < LongestByQuarter ? this : this with { From = Until.AddDays(1 - LongestByQuarter) };

    /// <summary>The period, for figures.</summary>
    public FigurePeriod ToPeriod() => FigurePeriod.Days(From, Until) with { Language = None(Language), Topic = None(Topic) };

    /// <summary>The filter, for single calls.</summary>
    public CallFilter ToFilter() => new(OfficeTime.BeginOf(From), OfficeTime.BeginOf(Until.AddDays(1)))
    {
        Language = None(Language),
        Topic = None(Topic),
        Consultant = None(Consultant),
        Outcome = Outcome,
    };

    /// <summary>The address of a page or export with this query.</summary>
    public string To(string path) => path + QueryString.Create(ToDetail().Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));

    /// <summary>What was looked at, for the audit and for addresses.</summary>
    public IReadOnlyDictionary<string, string> ToDetail()
    {
        Dictionary<string, string> detail = new(StringComparer.Ordinal)
        {
            ["from"] = From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["until"] = Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        Add("language", Language);
        Add("topic", Topic);
        Add("consultant", Consultant);
        Add("outcome", Outcome?.Name() ?? "");
        Add("view", View is HistoryView.Figures ? "" : View.ToString());
        Add("cut", Cut is HistoryCut.Day ? "" : Cut.ToString());
        return detail;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                detail[name] = value;
            }
        }
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 9000 ? day : null;

    private static string Text(string? text) => text is { Length: <= 64 } ? text : "";

    private static string? None(string text) => text.Length > 0 ? text : null;

    private static T Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
}

/// <summary>The parts of the page.</summary>
public enum HistoryView
{
    /// <summary>Figures, cut by time, language, topic or consultant.</summary>
    Figures,

    /// <summary>The heat map of the week.</summary>
    Week,

    /// <summary>How callers went through the menu.</summary>
    Menu,

    /// <summary>Single calls.</summary>
    Calls,
}

/// <summary>How figures are cut.</summary>
public enum HistoryCut
{
    /// <summary>By day.</summary>
    Day,

    /// <summary>By quarter hour.</summary>
    Quarter,

    /// <summary>By language.</summary>
    Language,

    /// <summary>By topic.</summary>
    Topic,

    /// <summary>By consultant.</summary>
    Consultant,

    /// <summary>The survey, by question.</summary>
    Question,
}
