using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoline.Cases.Audit;
using Infoline.Cases.Limits;
using Infoline.Cases.Register;
using Infoline.Sql;
using Microsoft.Extensions.Logging;

namespace Infoline.Cases.Lookup;

/// <summary>
/// Looks a case up by keys. Number and date of birth must both fit; whichever does not, the answer, the work and the time are the
/// same. Every look-up is in the audit.
/// </summary>
public sealed partial class CaseLookup
{
    private readonly CaseRegister _register;
    private readonly LookupGuard _guard;
    private readonly CaseAudit _audit;
    private readonly AnswerTime _answerTime;
    private readonly ILogger<CaseLookup> _log;

    internal CaseLookup(CaseRegister register, LookupGuard guard, CaseAudit audit, AnswerTime answerTime, ILogger<CaseLookup> log) =>
        (_register, _guard, _audit, _answerTime, _log) = (register, guard, audit, answerTime, log);

    /// <summary>Answers a caller. Broken infrastructure is an answer, too.</summary>
    public async Task<LookupResult> FindAsync(LookupRequest request, CancellationToken cancellationToken)
    {
        var began = AnswerTime.Begin();
        try
        {
            return await AnswerAsync(request, cancellationToken);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            Unavailable(_log, outage.GetType().Name);
            return new LookupResult.Unavailable();
        }
        finally
        {
            await _answerTime.ReachAsync(began, cancellationToken);
        }
    }

    private async Task<LookupResult> AnswerAsync(LookupRequest request, CancellationToken cancellationToken)
    {
        var attempt = await _guard.AttemptAsync(request, cancellationToken);
        var verdict = await _guard.TakeAsync(attempt, cancellationToken);
        if (verdict is LimitVerdict.Paused(var scope))
        {
            await _audit.NoteAsync(Entry(request, attempt, new LookupResult.Paused(scope), number: null), cancellationToken);
            return new LookupResult.Paused(scope);
        }

        var fitting = Fitting(await _register.FindAsync(request.Number, cancellationToken), request.BirthDate);
        LookupResult result = fitting switch
        {
            [{ File: { } file }] => new LookupResult.Found(file),
            [] => new LookupResult.NoMatch(((LimitVerdict.Allowed)verdict).TriesLeft),
            _ => new LookupResult.Several(),
        };
        await _audit.NoteAsync(Entry(request, attempt, result, result is LookupResult.Found(var found) ? found.Number : null), cancellationToken);
        await _guard.CloseAsync(attempt, verdict, result, cancellationToken);
        return result;
    }

    // Every candidate is compared to its last digit, and at least one comparison is made.
    private static List<RegisterRow> Fitting(IReadOnlyList<RegisterRow> candidates, DateOnly birthDate)
    {
        var keyed = Bytes(birthDate);
        var fitting = candidates.Where(row => CryptographicOperations.FixedTimeEquals(Bytes(row.BirthDate), keyed)).ToList();
        return candidates.Count > 0 || CryptographicOperations.FixedTimeEquals(Bytes(DateOnly.MinValue), keyed) ? fitting : [];
    }

    private static byte[] Bytes(DateOnly date) => Encoding.ASCII.GetBytes(date.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    private static CaseAuditEntry Entry(LookupRequest request, LookupAttempt attempt, LookupResult result, string? number) => new(
        CaseAuditAction.CallerLookup, request.CallerKey ?? CaseAudit.WithheldCaller, request.CallId, attempt.CaseKey, number,
        result is LookupResult.Paused(var scope) ? $"{result.Name}:{scope.ToString().ToLowerInvariant()}" : result.Name);

    [LoggerMessage(EventName = "CaseLookupUnavailable", Level = LogLevel.Error, Message = "The register of cases cannot be asked ({Kind}); callers are offered a consultant.")]
    private static partial void Unavailable(ILogger logger, string kind);
}
