using Infoline.Cases.Audit;
using Infoline.Cases.Numbers;
using Infoline.Cases.Register;

namespace Infoline.Cases.Desk;

/// <summary>A case on a consultant's desk.</summary>
/// <param name="Case">The case.</param>
/// <param name="History">Its changes of stage, oldest first.</param>
public sealed record DeskCase(CaseFile Case, IReadOnlyList<StageChange> History);

/// <summary>The answer to a consultant's search.</summary>
public abstract record DeskSearch
{
    private DeskSearch()
    {
    }

    /// <summary>Cases with this number; more than one only when a running number and year were given.</summary>
    public sealed record Found(IReadOnlyList<DeskCase> Cases) : DeskSearch;

    /// <summary>There is none.</summary>
    public sealed record None : DeskSearch;

    /// <summary>What was written is no number of a case.</summary>
    /// <param name="Reason">What the keys are instead, when they are digits.</param>
    public sealed record NotANumber(TypedCaseNumber? Reason) : DeskSearch;
}

/// <summary>What consultants may do with cases. Each look is in the audit before it is shown.</summary>
public sealed class CaseDesk
{
    private readonly CaseRegister _register;
    private readonly CaseAudit _audit;
    private readonly TimeProvider _time;

    internal CaseDesk(CaseRegister register, CaseAudit audit, TimeProvider time) => (_register, _audit, _time) = (register, audit, time);

    /// <summary>Searches by a whole number, or by running number and year as a caller keys them.</summary>
    /// <param name="account">The consultant.</param>
    /// <param name="callId">The call in which it is done; null outside of a call.</param>
    /// <param name="text">The number in any way of writing.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="Exception">One that <see cref="Sql.Database.IsOutage"/> tells.</exception>
    public async Task<DeskSearch> SearchAsync(string account, string? callId, string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<RegisterRow> rows;
        if (CaseNumber.TryParse(text, out var number, out _))
        {
            rows = await _register.FindAsync(number, cancellationToken) is { } row ? [row] : [];
        }
        else
        {
            var typed = Typed(text);
            if (typed is not TypedCaseNumber.Complete complete)
            {
                return new DeskSearch.NotANumber(typed);
            }

            rows = await _register.FindAsync(complete, cancellationToken);
        }

        List<DeskCase> found = [];
        foreach (var file in rows.Select(row => row.File).OfType<CaseFile>())
        {
            await _audit.NoteAsync(new CaseAuditEntry(CaseAuditAction.DeskSearch, account, callId, CaseKey: null, file.Number, "found"), cancellationToken);
            found.Add(new DeskCase(file, await _register.HistoryAsync(file.Number, cancellationToken)));
        }

        if (found.Count > 0)
        {
            return new DeskSearch.Found(found);
        }

        await _audit.NoteAsync(new CaseAuditEntry(CaseAuditAction.DeskSearch, account, callId, CaseKey: null, CaseNumber: null, "none"), cancellationToken);
        return new DeskSearch.None();
    }

    /// <summary>Opens the case of a caller who was verified by keys; null when it is in the register no longer.</summary>
    /// <param name="account">The consultant.</param>
    /// <param name="callId">The call in which the caller was verified.</param>
    /// <param name="caseId">The row's own number, <see cref="CaseFile.Id"/>, as the call carries it.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="Exception">One that <see cref="Sql.Database.IsOutage"/> tells.</exception>
    public async Task<DeskCase?> OpenVerifiedAsync(string account, string callId, long caseId, CancellationToken cancellationToken)
    {
        var row = await _register.FindAsync(caseId, cancellationToken);
        await _audit.NoteAsync(new CaseAuditEntry(CaseAuditAction.DeskOpen, account, callId, CaseKey: null, row?.Number, row is null ? "none" : "verified"), cancellationToken);
        return row?.File is { } file ? new DeskCase(file, await _register.HistoryAsync(file.Number, cancellationToken)) : null;
    }

    /// <summary>Notes that an unverified caller was asked for name, date of birth and number before the consultant spoke about the case.</summary>
    /// <param name="account">The consultant.</param>
    /// <param name="callId">The call.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="answersFit">Whether the answers fitted what the office's own system shows.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public Task NoteAskedAsync(string account, string callId, string caseNumber, bool answersFit, CancellationToken cancellationToken) =>
        _audit.NoteAsync(new CaseAuditEntry(CaseAuditAction.DeskAsked, account, callId, CaseKey: null, caseNumber, answersFit ? "fits" : "does-not-fit"), cancellationToken);

    // A slash, a dot or a space stands between running number and year as well as a hash does.
    private TypedCaseNumber Typed(string text) =>
        TypedCaseNumber.Read(string.Concat(text.Select(character => char.IsAsciiDigit(character) ? character : '#')), OfficeDay.Of(_time.GetUtcNow()), insists: true);
}
