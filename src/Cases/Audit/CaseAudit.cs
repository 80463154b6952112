using Dapper;
using Infoline.Sql;
using Microsoft.Extensions.Options;

namespace Infoline.Cases.Audit;

/// <summary>Ways of looking at a case, and what is done with it.</summary>
public enum CaseAuditAction
{
    /// <summary>A caller keyed number and date of birth.</summary>
    CallerLookup,

    /// <summary>A consultant searched by number.</summary>
    DeskSearch,

    /// <summary>The case of a verified caller was opened on a consultant's desk.</summary>
    DeskOpen,

    /// <summary>A consultant asked for name, date of birth and number before speaking about the case.</summary>
    DeskAsked,

    /// <summary>A caller agreed to a text message, or declined it.</summary>
    SmsConsent,
}

/// <summary>A line of the audit.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Actor">The keyed hash of the caller's number, or the consultant's account.</param>
/// <param name="CallId">In which call.</param>
/// <param name="CaseKey">The keyed hash of the number that was tried.</param>
/// <param name="CaseNumber">The number of the case that was shown; null when none was.</param>
/// <param name="Outcome">The name of the outcome.</param>
public sealed record CaseAuditEntry(CaseAuditAction Action, string Actor, string? CallId, string? CaseKey, string? CaseNumber, string Outcome);

/// <summary>A line of the audit as it was written.</summary>
public sealed record CaseAuditRow
{
    /// <summary>The line's number; grows with time.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public CaseAuditAction Action => Enum.TryParse<CaseAuditAction>(ActionName, out var action) ? action : default;

    /// <summary>By whom.</summary>
    public string Actor { get; init; } = "";

    /// <summary>In which call.</summary>
    public string? CallId { get; init; }

    /// <summary>The keyed hash of the number that was tried.</summary>
    public string? CaseKey { get; init; }

    /// <summary>The case that was shown.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The outcome.</summary>
    public string Outcome { get; init; } = "";

    internal string ActionName { get; init; } = "";
}

/// <summary>Which lines an auditor wants.</summary>
/// <param name="From">From this instant.</param>
/// <param name="To">Up to, and without, this instant.</param>
/// <param name="CaseNumber">Only this case.</param>
/// <param name="CallId">Only this call.</param>
/// <param name="Before">Only lines with a smaller number: the last of the page before.</param>
public sealed record CaseAuditFilter(DateTimeOffset From, DateTimeOffset To, string? CaseNumber = null, string? CallId = null, long? Before = null);

/// <summary>Writes down every look at a case, and shows it to auditors.</summary>
public sealed class CaseAudit(Database database, IOptions<CasesOptions> options, TimeProvider time)
{
    /// <summary>Stands for the caller when the number is withheld.</summary>
    public const string WithheldCaller = "withheld";

    private const int PageSize = 200;

    /// <summary>Writes a line. What cannot be written must not be shown.</summary>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells.</exception>
    public async Task NoteAsync(CaseAuditEntry entry, CancellationToken cancellationToken)
    {
        const string Insert = """
            INSERT INTO case_audit (at, action, actor, call_id, case_key, case_number, outcome)
            VALUES (@now, @action, @Actor, @CallId, @CaseKey, @CaseNumber, @Outcome)
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Insert, new { now = time.GetUtcNow(), action = entry.Action.ToString(), entry.Actor, entry.CallId, entry.CaseKey, entry.CaseNumber, entry.Outcome }, cancellationToken: cancellationToken));
    }

    /// <summary>A page of the audit, newest first.</summary>
    public async Task<IReadOnlyList<CaseAuditRow>> ListAsync(CaseAuditFilter filter, CancellationToken cancellationToken)
    {
        var list = $"""
            SELECT id AS Id, at AS At, action AS ActionName, actor AS Actor, call_id AS CallId, case_key AS CaseKey, case_number AS CaseNumber, outcome AS Outcome
            FROM case_audit WHERE at >= @From AND at < @To
            {(filter.CaseNumber is null ? "" : "AND case_number = @CaseNumber")} {(filter.CallId is null ? "" : "AND call_id = @CallId")} {(filter.Before is null ? "" : "AND id < @Before")}
            ORDER BY id DESC LIMIT {PageSize}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<CaseAuditRow>(new CommandDefinition(list, filter, cancellationToken: cancellationToken))];
    }

    /// <summary>Deletes lines that are older than the setting says.</summary>
    /// <returns>How many are gone.</returns>
    public async Task<int> DeleteOldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM case_audit WHERE at < @limit", new { limit = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepAuditDays) }, cancellationToken: cancellationToken));
    }
}
