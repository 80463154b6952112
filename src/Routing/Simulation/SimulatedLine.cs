namespace Infoline.Routing;

/// <summary>A caller of a simulation.</summary>
/// <param name="At">When the caller asks for a consultant.</param>
/// <param name="Language">In which language.</param>
/// <param name="Talk">How long the conversation lasts, hold and all.</param>
/// <param name="WrapUp">How long the consultant works after it.</param>
/// <param name="Patience">After which wait the caller hangs up.</param>
public sealed record SimulatedCall(DateTimeOffset At, LanguageCode Language, TimeSpan Talk, TimeSpan WrapUp, TimeSpan Patience);

/// <summary>What became of a caller of a simulation.</summary>
/// <param name="Call">The caller.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Wait">The wait until the first word, or until hanging up.</param>
public sealed record SimulatedFate(SimulatedCall Call, SimulatedOutcome Outcome, TimeSpan Wait);

/// <summary>How a simulated call ended.</summary>
public enum SimulatedOutcome
{
    /// <summary>A consultant answered.</summary>
    Answered,

    /// <summary>The caller's patience ended.</summary>
    Abandoned,

    /// <summary>Nobody speaks the language, or the queue was full.</summary>
    TurnedAway,
}
