using Dapper;
using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;
using Infoline.Sql;

namespace Infoline.Cases.Register;

/// <summary>What the two views of a register must give, and the check of it; docs/case-register.md says it in words.</summary>
public static class RegisterContract
{
    private const int Sample = 1_000;

    private static readonly string[] Columns =
    [
        "id", "number", "running_number", "year", "kind", "office", "unit", "stage", "stage_since", "birth_date", "missing", "answer_until", "visit_at", "card_place", "card_from",
    ];

    private static readonly string[] HistoryColumns = ["number", "stage", "since"];

    /// <summary>Checks a database; an empty list means that look-ups can read it.</summary>
    /// <returns>Sentences that say what is wrong, without a number or a date of a person.</returns>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells.</exception>
    public static async Task<IReadOnlyList<string>> CheckAsync(Database database, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var (view, column) in Columns.Select(column => ("case_register", column)).Concat(HistoryColumns.Select(column => ("case_register_history", column))))
        {
            try
            {
                await connection.ExecuteScalarAsync<object>(new CommandDefinition($"SELECT {column} FROM {view} LIMIT 1", cancellationToken: cancellationToken));
            }
            catch (System.Data.Common.DbException)
            {
                faults.Add($"The view {view} has no column {column} that can be read.");
            }
        }

        return faults.Count > 0 ? faults : await CheckRowsAsync(connection, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> CheckRowsAsync(System.Data.Common.DbConnection connection, CancellationToken cancellationToken)
    {
        const string Some = """
            SELECT id AS Id, number AS Number, running_number AS RunningNumber, year AS Year, stage AS Stage, missing AS Missing, stage_since AS Since, birth_date AS BirthDate, answer_until AS AnswerUntil, visit_at AS VisitAt, card_from AS CardFrom
            FROM case_register LIMIT @Sample
            """;
        List<ContractRow> rows;
        try
        {
            rows = (await connection.QueryAsync<ContractRow>(new CommandDefinition(Some, new { Sample }, cancellationToken: cancellationToken))).AsList();
        }
        catch (Exception wrong) when (wrong is System.Data.DataException or InvalidCastException or FormatException)
        {
            return ["A column of case_register has the wrong type: days are of the type date, visit_at is of the type timestamp with time zone, id, running_number and year are whole numbers."];
        }

        var ids = rows.ToLookup(row => row.Id);
        List<string> faults = [];
        void Count(string what, Func<ContractRow, bool> isWrong)
        {
            var wrong = rows.Count(isWrong);
            if (wrong > 0)
            {
                faults.Add($"{wrong} of {rows.Count} rows have {what}.");
            }
        }

        Count("a number that is no number of a case, like WSC-II-S.6151.97770.2026", row => !CaseNumber.TryParse(row.Number, out _, out _));
        Count("an id that another row has as well", row => ids[row.Id].Skip(1).Any());
        Count("a running_number or a year that is not that of the number", row => CaseNumber.TryParse(row.Number, out var number, out _) && (number.Running, number.Year) != ((int)row.RunningNumber, (int)row.Year));
        Count("a stage that is none of the names in docs/case-register.md", row => !CaseStages.TryParse(row.Stage, out _));
        Count("a missing item that is none of the names in docs/case-register.md", row => !MissingItems.TryParseList(row.Missing, out _, out _));
        return faults;
    }

    private sealed record ContractRow
    {
        public long Id { get; init; }

        public string Number { get; init; } = "";

        public long RunningNumber { get; init; }

        public long Year { get; init; }

        public string Stage { get; init; } = "";

        public string? Missing { get; init; }

        public DateOnly Since { get; init; }

        public DateOnly BirthDate { get; init; }

        public DateOnly? AnswerUntil { get; init; }

        public DateTimeOffset? VisitAt { get; init; }

        public DateOnly? CardFrom { get; init; }
    }
}
