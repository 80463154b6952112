namespace Infoline.Cases.Limits;

/// <summary>
/// Counts look-ups that failed, in sliding windows. An attempt counts as failed from its beginning and is forgiven when the case is
/// found, so that attempts at the same time cannot slip through together.
/// </summary>
public interface ILookupLimiter
{
    /// <summary>Asks whether an attempt may be made, and counts it when it may.</summary>
    Task<LimitVerdict> TakeAsync(LookupAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Takes an attempt back, because its case was found.</summary>
    Task ForgiveAsync(LookupAttempt attempt, CancellationToken cancellationToken);
}

/// <summary>An attempt, by keyed hashes only.</summary>
/// <param name="Id">A name of its own.</param>
/// <param name="CallId">The call.</param>
/// <param name="CallerKey">The caller; null when the number is withheld.</param>
/// <param name="CaseKey">The number that was keyed.</param>
/// <param name="KeyBefore">The number before it in the same year.</param>
/// <param name="KeyAfter">The number after it.</param>
public sealed record LookupAttempt(string Id, string CallId, string? CallerKey, string CaseKey, string KeyBefore, string KeyAfter);

/// <summary>Which limit was met.</summary>
public enum LimitScope
{
    /// <summary>The whole line.</summary>
    Line,

    /// <summary>The case number.</summary>
    Case,

    /// <summary>The caller's number.</summary>
    Caller,

    /// <summary>The call.</summary>
    Call,
}

/// <summary>The answer to an attempt.</summary>
public abstract record LimitVerdict
{
    private LimitVerdict()
    {
    }

    /// <summary>The attempt may be made.</summary>
    /// <param name="TriesLeft">How many more may fail in this call after this one.</param>
    /// <param name="IsRun">The caller tries one number after another.</param>
    public sealed record Allowed(int TriesLeft, bool IsRun) : LimitVerdict;

    /// <summary>Look-ups pause.</summary>
    /// <param name="Scope">For what.</param>
    public sealed record Paused(LimitScope Scope) : LimitVerdict;
}

/// <summary>The windows and the signs of a run through numbers, the same in every limiter.</summary>
internal static class LimitRules
{
    public static readonly TimeSpan CallWindow = TimeSpan.FromHours(6);
    public static readonly TimeSpan CallerWindow = TimeSpan.FromHours(24);
    public static readonly TimeSpan CaseWindow = TimeSpan.FromHours(24);
    public static readonly TimeSpan LineWindow = TimeSpan.FromMinutes(10);

    /// <summary>So many different numbers from one caller within the window are a run.</summary>
    public const int ManyNumbers = 5;

    /// <summary>So many numbers that stand beside another one that the caller tried are a run. A slip of a finger makes one.</summary>
    public const int ManyNeighbours = 2;
}
