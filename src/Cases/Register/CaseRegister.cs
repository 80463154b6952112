using Dapper;
using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;
using Infoline.Sql;

namespace Infoline.Cases.Register;

/// <summary>The database in which the register stands: our own, or the office's.</summary>
/// <param name="database">The database.</param>
/// <param name="isOffice">Whether it is the office's, opened for the register alone.</param>
internal sealed class RegisterDatabase(Database database, bool isOffice) : IAsyncDisposable
{
    public Database Database { get; } = database;

    public ValueTask DisposeAsync() => isOffice ? Database.DisposeAsync() : ValueTask.CompletedTask;
}

/// <summary>Reads the register through its two views, which are the same in our own database and in an office's.</summary>
internal sealed class CaseRegister(RegisterDatabase register)
{
    /// <summary>More cases than could share one running number and year; a bound, not a limit that is met.</summary>
    private const int MostCandidates = 200;

    private const string SelectSql = """
        SELECT id AS Id, number AS Number, kind AS Kind, office AS Office, unit AS Unit, stage AS StageName, stage_since AS Since, birth_date AS BirthDate,
            missing AS MissingNames, answer_until AS AnswerUntil, visit_at AS VisitAt, card_place AS CardPlace, card_from AS CardFrom
        FROM case_register
        """;

    /// <summary>The query of a look-up. It always asks for as many numbers as keys can mean, so that all look-ups are one kind of work.</summary>
    internal const string FindSql = $"""
        {SelectSql}
        WHERE running_number IN (@n0, @n1, @n2, @n3, @n4, @n5, @n6) AND year = @year
        LIMIT 200
        """;

    private const string HistorySql = "SELECT stage AS StageName, since AS Since FROM case_register_history WHERE number = @number ORDER BY since";

    /// <summary>The cases whose number the keys can mean.</summary>
    public async Task<IReadOnlyList<RegisterRow>> FindAsync(TypedCaseNumber.Complete typed, CancellationToken cancellationToken)
    {
        await using var connection = await register.Database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RegisterRow>(new CommandDefinition(FindSql, Values(typed), cancellationToken: cancellationToken));
        return [.. rows.Take(MostCandidates).Where(row => CaseNumber.TryParse(row.Number, out var number, out _) && typed.Fits(number))];
    }

    /// <summary>The case of a whole number.</summary>
    public async Task<RegisterRow?> FindAsync(CaseNumber number, CancellationToken cancellationToken)
    {
        await using var connection = await register.Database.OpenAsync(cancellationToken);
        var values = new { n0 = number.Running, n1 = -1, n2 = -1, n3 = -1, n4 = -1, n5 = -1, n6 = -1, year = number.Year };
        var rows = await connection.QueryAsync<RegisterRow>(new CommandDefinition(FindSql, values, cancellationToken: cancellationToken));
        return rows.FirstOrDefault(row => CaseNumber.TryParse(row.Number, out var other, out _) && other == number);
    }

    /// <summary>The case of a row; null when the register has it no longer.</summary>
    public async Task<RegisterRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await register.Database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<RegisterRow>(new CommandDefinition($"{SelectSql} WHERE id = @id", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>The changes of stage of a case, oldest first.</summary>
    public async Task<IReadOnlyList<StageChange>> HistoryAsync(string number, CancellationToken cancellationToken)
    {
        await using var connection = await register.Database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<HistoryRow>(new CommandDefinition(HistorySql, new { number }, cancellationToken: cancellationToken));
        return [.. rows.Where(row => CaseStages.TryParse(row.StageName, out _)).Select(row => new StageChange(CaseStages.TryParse(row.StageName, out var stage) ? stage : default, row.Since))];
    }

    internal static object Values(TypedCaseNumber.Complete typed)
    {
        var numbers = typed.Candidates.Concat(Enumerable.Repeat(-1, CaseNumber.LongestRunning)).Take(CaseNumber.LongestRunning).ToArray();
        return new { n0 = numbers[0], n1 = numbers[1], n2 = numbers[2], n3 = numbers[3], n4 = numbers[4], n5 = numbers[5], n6 = numbers[6], year = typed.Year };
    }

    private sealed record HistoryRow
    {
        public string StageName { get; init; } = "";

        public DateOnly Since { get; init; }
    }
}

/// <summary>A row of the register as it stands in the view.</summary>
internal sealed record RegisterRow
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Office { get; init; } = "";

    public string Unit { get; init; } = "";

    public string StageName { get; init; } = "";

    public DateOnly Since { get; init; }

    public DateOnly BirthDate { get; init; }

    public string? MissingNames { get; init; }

    public DateOnly? AnswerUntil { get; init; }

    public DateTimeOffset? VisitAt { get; init; }

    public string? CardPlace { get; init; }

    public DateOnly? CardFrom { get; init; }

    /// <summary>The case; null when its stage is none that callers can be told, as may happen in an office's own view.</summary>
    public CaseFile? File => CaseStages.TryParse(StageName, out var stage)
        ? new CaseFile
        {
            Id = Id,
            Number = Number,
            Kind = Kind,
            Office = Office,
            Unit = Unit,
            Stage = stage,
            Since = Since,
            Missing = MissingItems.TryParseList(MissingNames, out var missing, out _) ? missing : [MissingItem.Documents],
            AnswerUntil = AnswerUntil,
            VisitAt = VisitAt,
            CardPlace = CardPlace,
            CardFrom = CardFrom,
        }
        : null;
}
