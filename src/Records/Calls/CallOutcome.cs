namespace Infoline.Records.Calls;

/// <summary>What became of a call, each call exactly one.</summary>
public enum CallOutcome
{
    /// <summary>The caller hung up before choosing a language.</summary>
    LeftGreeting,

    /// <summary>The caller listened to guidance or a case's stage and asked for nobody.</summary>
    SelfService,

    /// <summary>The caller asked for a consultant while there was none: closed, full, nobody logged in.</summary>
    TurnedAway,

    /// <summary>The caller hung up while waiting.</summary>
    Abandoned,

    /// <summary>The caller hung up while a consultant was being rung.</summary>
    AbandonedRinging,

    /// <summary>The caller went from the queue back to the menu and stayed with the recordings.</summary>
    WentBack,

    /// <summary>A consultant spoke with the caller, in this call or by calling back.</summary>
    Answered,

    /// <summary>The caller is to be called back.</summary>
    CallbackPending,

    /// <summary>The caller was called back in vain.</summary>
    CallbackUnreached,

    /// <summary>The caller needed the callback no more, or called again.</summary>
    CallbackCancelled,
}

/// <summary>The stable names of outcomes, as they stand in the database, in exports and in keys of texts.</summary>
public static class CallOutcomeNames
{
    private static readonly Dictionary<CallOutcome, string> Names = new()
    {
        [CallOutcome.LeftGreeting] = "left-greeting",
        [CallOutcome.SelfService] = "self-service",
        [CallOutcome.TurnedAway] = "turned-away",
        [CallOutcome.Abandoned] = "abandoned",
        [CallOutcome.AbandonedRinging] = "abandoned-ringing",
        [CallOutcome.WentBack] = "went-back",
        [CallOutcome.Answered] = "answered",
        [CallOutcome.CallbackPending] = "callback-pending",
        [CallOutcome.CallbackUnreached] = "callback-unreached",
        [CallOutcome.CallbackCancelled] = "callback-cancelled",
    };

    /// <summary>The name of an outcome.</summary>
    public static string Name(this CallOutcome outcome) => Names[outcome];

    /// <summary>Reads a name; false for any other text.</summary>
    public static bool TryParse(string? name, out CallOutcome outcome)
    {
        outcome = Names.FirstOrDefault(pair => string.Equals(pair.Value, name, StringComparison.Ordinal)).Key;
        return name is not null && string.Equals(Names[outcome], name, StringComparison.Ordinal);
    }
}
