using System.Data.Common;
using Dapper;
using Infoline.Cases.Stages;
using Infoline.Sql;

namespace Infoline.Cases.Import;

/// <summary>
/// The rows of one file in a temporary table of one connection, and the statements that bring them into the register. Nothing in
/// the register changes before <see cref="MergeAsync"/>, which is one transaction.
/// </summary>
internal sealed class ImportStage(DbConnection connection, Dialect dialect)
{
    private const int ChangesAtOnce = 1_000;

    private static readonly string[] Columns =
    [
        "line", "number", "running_number", "year", "kind", "office", "unit", "stage", "stage_since", "birth_date", "missing",
        "answer_until", "visit_at", "card_place", "card_from", "fingerprint", "history",
    ];

    private static readonly string[] Kept = Columns[1..^1];

    public async Task<BulkInsert> OpenAsync(CancellationToken cancellationToken)
    {
        await DropAsync(cancellationToken);
        await ExecuteAsync(dialect.Fill("""
            CREATE TEMP TABLE import_rows (
                line $number$ NOT NULL, number text NOT NULL, running_number $number$ NOT NULL, year $number$ NOT NULL, kind text NOT NULL,
                office text NOT NULL, unit text NOT NULL, stage text NOT NULL, stage_since $day$ NOT NULL, birth_date $day$ NOT NULL,
                missing text NOT NULL, answer_until $day$, visit_at $instant$, card_place text, card_from $day$, fingerprint $number$ NOT NULL, history text NOT NULL)
            """), transaction: null, cancellationToken);
        return await BulkInsert.BeginAsync(connection, "import_rows", Columns, cancellationToken);
    }

    public static Task AddAsync(BulkInsert rows, long line, ImportedCase row, CancellationToken cancellationToken) => rows.AddAsync(
    [
        line, row.Number.Text, (long)row.Number.Running, (long)row.Number.Year, row.Kind, row.Office, row.Unit, row.Stage.Name(), row.Since, row.BirthDate,
        row.Missing, row.AnswerUntil, row.VisitAt, row.CardPlace, row.CardFrom, row.Fingerprint, row.History,
    ], cancellationToken);

    /// <summary>Leaves each number's first row and tells the others.</summary>
    public async Task<long> RemoveRepeatedAsync(Action<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        await ExecuteAsync("CREATE INDEX import_rows_by_number ON import_rows (number, line)", transaction: null, cancellationToken);
        await ExecuteAsync("ANALYZE import_rows", transaction: null, cancellationToken);
        const string Repeated = """
            SELECT r.line AS Line, f.first AS First FROM import_rows r
            JOIN (SELECT number, MIN(line) AS first FROM import_rows GROUP BY number HAVING COUNT(*) > 1) f ON f.number = r.number AND r.line > f.first
            ORDER BY r.line
            """;
        long count = 0;
        await foreach (var row in connection.QueryUnbufferedAsync<RepeatedRow>(Repeated).WithCancellation(cancellationToken))
        {
            rejected(new RejectedRow(row.Line, $"the number stands already on line {row.First}; that row was taken"));
            count++;
        }

        if (count > 0)
        {
            await ExecuteAsync("DELETE FROM import_rows WHERE EXISTS (SELECT 1 FROM import_rows e WHERE e.number = import_rows.number AND e.line < import_rows.line)", transaction: null, cancellationToken);
        }

        return count;
    }

    /// <summary>Brings the rows into the register: new cases, changed ones, and their changes of stage.</summary>
    public async Task<(long New, long Changed, long Unchanged)> MergeAsync(DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Count = """
            SELECT COALESCE(SUM(CASE WHEN c.id IS NULL THEN 1 ELSE 0 END), 0) AS New, COALESCE(SUM(CASE WHEN c.fingerprint <> r.fingerprint THEN 1 ELSE 0 END), 0) AS Changed, COUNT(*) AS AllRows
            FROM import_rows r LEFT JOIN cases c ON c.number = r.number
            """;
        var merge = $"""
            INSERT INTO cases ({string.Join(", ", Kept)}, imported_at)
            SELECT {string.Join(", ", Kept.Select(column => $"r.{column}"))}, @now FROM import_rows r LEFT JOIN cases c ON c.number = r.number
            WHERE c.id IS NULL OR c.fingerprint <> r.fingerprint
            ON CONFLICT (number) DO UPDATE SET {string.Join(", ", Kept[3..].Append("imported_at").Select(column => $"{column} = excluded.{column}"))}
            """;
        const string Stages = """
            INSERT INTO case_stages (case_id, since, stage)
            SELECT c.id, c.stage_since, c.stage FROM import_rows r JOIN cases c ON c.number = r.number WHERE c.imported_at = @now
            ON CONFLICT DO NOTHING
            """;
        var counts = await connection.QuerySingleAsync<Counts>(new CommandDefinition(Count, transaction: transaction, commandTimeout: 0, cancellationToken: cancellationToken));
        await ExecuteAsync(merge, transaction, cancellationToken, new { now });
        await ExecuteAsync(Stages, transaction, cancellationToken, new { now });
        await AddHistoryAsync(transaction, cancellationToken);
        return (counts.New, counts.Changed, counts.AllRows - counts.New - counts.Changed);
    }

    public Task DropAsync(CancellationToken cancellationToken) => ExecuteAsync("DROP TABLE IF EXISTS import_rows", transaction: null, cancellationToken);

    private async Task AddHistoryAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string Some = "SELECT line AS Line, number AS Number, history AS History FROM import_rows WHERE history <> '' AND line > @after ORDER BY line LIMIT @ChangesAtOnce";
        const string Add = "INSERT INTO case_stages (case_id, since, stage) SELECT id, @since, @stage FROM cases WHERE number = @number ON CONFLICT DO NOTHING";
        long after = 0;
        while (true)
        {
            var rows = (await connection.QueryAsync<HistoryRow>(new CommandDefinition(Some, new { after, ChangesAtOnce }, transaction, commandTimeout: 0, cancellationToken: cancellationToken))).AsList();
            if (rows.Count == 0)
            {
                return;
            }

            var changes = rows.SelectMany(row => row.History.Split(',').Select(change => change.Split(':')).Select(parts =>
                new { number = row.Number, stage = parts[0], since = DateOnly.ParseExact(parts[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }));
            await connection.ExecuteAsync(new CommandDefinition(Add, changes, transaction, cancellationToken: cancellationToken));
            after = rows[^1].Line;
        }
    }

    private Task<int> ExecuteAsync(string sql, DbTransaction? transaction, CancellationToken cancellationToken, object? values = null) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, commandTimeout: 0, cancellationToken: cancellationToken));

    private sealed record RepeatedRow
    {
        public long Line { get; init; }

        public long First { get; init; }
    }

    private sealed record Counts
    {
        public long New { get; init; }

        public long Changed { get; init; }

        public long AllRows { get; init; }
    }

    private sealed record HistoryRow
    {
        public long Line { get; init; }

        public string Number { get; init; } = "";

        public string History { get; init; } = "";
    }
}
