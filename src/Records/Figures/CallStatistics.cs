using System.Data.Common;
using Dapper;
using Infoline.Sql;

namespace Infoline.Records.Figures;

/// <summary>How the figures of a period are cut.</summary>
public enum FigureCut
{
    /// <summary>One row for all.</summary>
    Total,

    /// <summary>A row for each quarter hour that had a call.</summary>
    Quarter,

    /// <summary>A row for each day that had a call.</summary>
    Day,

    /// <summary>A row for each language.</summary>
    Language,

    /// <summary>A row for each topic.</summary>
    Topic,
}

/// <summary>A period and, where wanted, one language or topic. A period of whole days is answered from the sums by day.</summary>
/// <param name="From">The first instant, a beginning of a quarter hour.</param>
/// <param name="To">The end, which is not part of the period.</param>
/// <param name="Language">Only this language.</param>
/// <param name="Topic">Only this topic.</param>
public sealed record FigurePeriod(DateTimeOffset From, DateTimeOffset To, string? Language = null, string? Topic = null)
{
    /// <summary>Whole days of the office.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which is part of the period.</param>
    public static FigurePeriod Days(DateOnly first, DateOnly last) => new(OfficeTime.BeginOf(first), OfficeTime.BeginOf(last.AddDays(1)));

    internal bool IsWholeDays => From == OfficeTime.BeginOf(OfficeTime.DayOf(From)) && To == OfficeTime.BeginOf(OfficeTime.DayOf(To));
}

/// <summary>Answers the questions of supervisors from sums, whose number does not grow with the number of calls.</summary>
public sealed class CallStatistics(Database database)
{
    /// <summary>The figures of calls; rows without a call are left out.</summary>
    public async Task<IReadOnlyList<CallFigures>> CallsAsync(FigurePeriod period, FigureCut cut, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(CallsSql(period, cut), Values(period, cut), cancellationToken: cancellationToken));
        List<CallFigures> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!await reader.IsDBNullAsync(1, cancellationToken))
            {
                rows.Add(Read(reader, cut));
            }
        }

        return rows;
    }

    /// <summary>The figures of consultants, one row each.</summary>
    public async Task<IReadOnlyList<ConsultantFigures>> ConsultantsAsync(FigurePeriod period, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var figures = (await connection.QueryAsync<ConsultantFigures>(new CommandDefinition(ConsultantsSql, Values(period, FigureCut.Total), cancellationToken: cancellationToken))).AsList();
        var answers = (await SurveyAsync(connection, period, "consultant", cancellationToken)).ToDictionary(each => each.Name, StringComparer.Ordinal);
        return [.. figures.Select(each => answers.GetValueOrDefault(each.Consultant) is { } survey ? each with { Survey = survey } : each)];
    }

    /// <summary>What callers answered in the survey, one row a question.</summary>
    public async Task<IReadOnlyList<SurveyFigures>> SurveyAsync(FigurePeriod period, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await SurveyAsync(connection, period, "question", cancellationToken);
    }

    /// <summary>How callers went through the menu on whole days, one row a node.</summary>
    public async Task<IReadOnlyList<MenuFigures>> MenuAsync(FigurePeriod period, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<MenuFigures>(new CommandDefinition(MenuSql(period), Values(period, FigureCut.Day), cancellationToken: cancellationToken))];
    }

    /// <summary>The query of <see cref="CallsAsync"/>, for the proof of its plan.</summary>
    internal static string CallsSql(FigurePeriod period, FigureCut cut)
    {
        var by = cut switch
        {
            FigureCut.Total => null,
            FigureCut.Quarter or FigureCut.Day => "starts_at",
            FigureCut.Language => "language",
            FigureCut.Topic => "topic",
            _ => throw new ArgumentOutOfRangeException(nameof(cut), cut, "Not a cut."),
        };
        var sums = FigureTable.Calls.Sums.Select(column => $"SUM({column})").Append($"MAX({CallFigureColumns.LongestWait})");
        return $"""
            SELECT {by ?? "NULL"}, {string.Join(", ", sums)} FROM call_figures
            WHERE grain = @grain AND starts_at >= @From AND starts_at < @To
            {(period.Language is null ? "" : "AND language = @Language")} {(period.Topic is null ? "" : "AND topic = @Topic")}
            {(by is null ? "" : $"GROUP BY {by} ORDER BY {by}")}
            """;
    }

    internal const string ConsultantsSql = """
        SELECT consultant AS Consultant, SUM(offered) AS Offered, SUM(accepted) AS Accepted, SUM(refused) AS Refused, SUM(missed) AS Missed,
            SUM(ring_ms) AS RingMs, SUM(talk_ms) AS TalkMs, SUM(hold_ms) AS HoldMs, SUM(wrap_up_ms) AS WrapUpMs
        FROM consultant_figures WHERE grain = @grain AND starts_at >= @From AND starts_at < @To
        GROUP BY consultant ORDER BY consultant
        """;

    internal static string MenuSql(FigurePeriod period) => $"""
        SELECT node AS Node, SUM(entered) AS Entered, SUM(went_on) AS WentOn, SUM(asked) AS Asked, SUM(ended) AS Ended
        FROM menu_figures WHERE grain = @grain AND starts_at >= @From AND starts_at < @To {(period.Language is null ? "" : "AND language = @Language")}
        GROUP BY node ORDER BY node
        """;

    internal static string SurveySql(string by) => $"""
        SELECT {by} AS Name, SUM(answered_1) AS Ones, SUM(answered_2) AS Twos, SUM(answered_3) AS Threes, SUM(answered_4) AS Fours, SUM(answered_5) AS Fives
        FROM survey_figures WHERE grain = @grain AND starts_at >= @From AND starts_at < @To
        GROUP BY {by} ORDER BY {by}
        """;

    internal static object Values(FigurePeriod period, FigureCut cut) => new
    {
        grain = cut == FigureCut.Day || (cut != FigureCut.Quarter && period.IsWholeDays) ? FigureSheet.Day : FigureSheet.Quarter,
        period.From,
        period.To,
        period.Language,
        period.Topic,
    };

    // Corrected answers leave a row of zeros, which is no answer.
    private static async Task<IReadOnlyList<SurveyFigures>> SurveyAsync(DbConnection connection, FigurePeriod period, string by, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<SurveyFigures>(new CommandDefinition(SurveySql(by), Values(period, FigureCut.Total), cancellationToken: cancellationToken))).Where(each => each.Answers > 0)];

    private static CallFigures Read(DbDataReader reader, FigureCut cut)
    {
        var amounts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var index = 0; index < FigureTable.Calls.Columns.Count; index++)
        {
            amounts[FigureTable.Calls.Columns[index]] = Convert.ToInt64(reader.GetValue(index + 1), System.Globalization.CultureInfo.InvariantCulture);
        }

        return cut switch
        {
            FigureCut.Quarter or FigureCut.Day => new CallFigures(amounts) { StartsAt = Instant(reader.GetValue(0)) },
            FigureCut.Language or FigureCut.Topic => new CallFigures(amounts) { Name = reader.GetString(0) },
            FigureCut.Total => new CallFigures(amounts),
            _ => throw new ArgumentOutOfRangeException(nameof(cut), cut, "Not a cut."),
        };
    }

    private static DateTimeOffset Instant(object value) => value is DateTime time
        ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
        : DateTimeOffset.Parse((string)value, System.Globalization.CultureInfo.InvariantCulture);
}
