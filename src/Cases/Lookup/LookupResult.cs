using Infoline.Cases.Limits;
using Infoline.Cases.Numbers;
using Infoline.Cases.Register;

namespace Infoline.Cases.Lookup;

/// <summary>What a caller keyed.</summary>
/// <param name="CallId">The call.</param>
/// <param name="CallerKey">The keyed hash of the caller's number; null when the number is withheld.</param>
/// <param name="Number">The number.</param>
/// <param name="BirthDate">The date of birth.</param>
public sealed record LookupRequest(string CallId, string? CallerKey, TypedCaseNumber.Complete Number, DateOnly BirthDate)
{
    /// <summary>Without what was keyed: a record of this type may end up in a log.</summary>
    public override string ToString() => $"{nameof(LookupRequest)} {{ {CallId} }}";
}

/// <summary>The answer to a look-up by keys.</summary>
public abstract record LookupResult
{
    private LookupResult()
    {
    }

    /// <summary>The stable name, for records and metrics.</summary>
    public abstract string Name { get; }

    /// <summary>Number and date of birth fit one case: the caller is verified for it.</summary>
    public sealed record Found(CaseFile Case) : LookupResult
    {
        /// <inheritdoc/>
        public override string Name => "found";
    }

    /// <summary>There is no such case or the date is not the applicant's; nobody outside can tell which.</summary>
    /// <param name="TriesLeft">How many more tries the caller has in this call.</param>
    public sealed record NoMatch(int TriesLeft) : LookupResult
    {
        /// <inheritdoc/>
        public override string Name => "no-match";
    }

    /// <summary>More than one case fits both: a consultant has to tell them apart.</summary>
    public sealed record Several : LookupResult
    {
        /// <inheritdoc/>
        public override string Name => "several";
    }

    /// <summary>Too many look-ups failed; an agent is offered.</summary>
    /// <param name="Scope">For what look-ups pause; for the records only, the caller hears the same sentence.</param>
    public sealed record Paused(LimitScope Scope) : LookupResult
    {
        /// <inheritdoc/>
        public override string Name => "paused";
    }

    /// <summary>The register cannot be asked now; an agent is offered.</summary>
    public sealed record Unavailable : LookupResult
    {
        /// <inheritdoc/>
        public override string Name => "unavailable";
    }
}
