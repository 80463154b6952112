using Infoline.Records.Calls;

namespace Infoline.Records.History;

/// <summary>Which calls are looked for.</summary>
/// <param name="From">Those that arrived at this instant or later.</param>
/// <param name="To">Those that arrived before this instant.</param>
public sealed record CallFilter(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Only this language, by its two-letter code.</summary>
    public string? Language { get; init; }

    /// <summary>Only this topic.</summary>
    public string? Topic { get; init; }

    /// <summary>Only this outcome.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>Only calls whose last conversation was with this consultant.</summary>
    public string? Consultant { get; init; }

    /// <summary>Only calls of this caller.</summary>
    public string? CallerKey { get; init; }
}

/// <summary>The last row of a page, from which the next goes on.</summary>
public sealed record CallCursor(DateTimeOffset ArrivedAt, string CallId);

/// <summary>A page of calls.</summary>
/// <param name="Calls">Newest first.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record CallPage(IReadOnlyList<CallRow> Calls, CallCursor? Next);

/// <summary>A finished call in a list.</summary>
public sealed record CallRow
{
    /// <summary>The id of the inbound call.</summary>
    public string CallId { get; init; } = "";

    /// <summary>The keyed hash of the caller's number.</summary>
    public string? CallerKey { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>The two-letter code of the language, when one was chosen.</summary>
    public string? Language { get; init; }

    /// <summary>The topic, when known.</summary>
    public string? Topic { get; init; }

    /// <summary>What became of it.</summary>
    public CallOutcome Outcome => CallOutcomeNames.TryParse(OutcomeName, out var outcome) ? outcome : CallOutcome.SelfService;

    /// <summary>The wait for a consultant; null when the caller never waited.</summary>
    public TimeSpan? Wait => WaitMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null;

    /// <summary>The conversations without hold.</summary>
    public TimeSpan Talk => TimeSpan.FromMilliseconds(TalkMs);

    /// <summary>The time on hold.</summary>
    public TimeSpan Hold => TimeSpan.FromMilliseconds(HoldMs);

    /// <summary>The work after the conversations.</summary>
    public TimeSpan WrapUp => TimeSpan.FromMilliseconds(WrapUpMs);

    /// <summary>The consultant of the last conversation.</summary>
    public string? Consultant { get; init; }

    /// <summary>Who ended the call.</summary>
    public EndedBy EndedBy => Enum.TryParse<EndedBy>(EndedByName, out var by) ? by : EndedBy.Unknown;

    /// <summary>The outcome code that a consultant chose.</summary>
    public string? Disposition { get; init; }

    internal string OutcomeName { get; init; } = "";

    internal string EndedByName { get; init; } = "";

    internal long? WaitMs { get; init; }

    internal long TalkMs { get; init; }

    internal long HoldMs { get; init; }

    internal long WrapUpMs { get; init; }

    internal string? EventsJson { get; init; }
}
