namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>The URLs of the dialogue's steps. What was keyed is sealed; a state that tells nothing about anybody stands in the clear.</summary>
internal sealed partial class CaseUrls(CaseSeal seal, ILogger<CaseUrls> logger)
{
    private const string At = "at";
    private const string Sealed = "case";
    private const string AtNumber = "number";
    private const string AtPaused = "paused";
    private const string AtUnavailable = "unavailable";
    private const string AtSeveral = "several";

    /// <summary>No case can be asked for now.</summary>
    public static CaseState Unavailable { get; } = new CaseState.Halted(HaltReason.Unavailable);

    /// <summary>Where keys go when no case can be asked for.</summary>
    public static string OfUnavailable(CallPlace place) => InTheClear(place, Name(HaltReason.Unavailable));

    /// <summary>The relative URL of the step that answers the keys pressed in a state; null when nothing can be sealed now.</summary>
    public string? Of(CallPlace place, CaseState state, string callSid)
    {
        if (state is CaseState.Number { Insists: false })
            return InTheClear(place, AtNumber);
        if (state is CaseState.Halted(var reason))
            return InTheClear(place, Name(reason));
        try
        {
            return $"{place.Url(CaseStatusEndpoint.Step)}&{Sealed}={seal.Seal(state, callSid)}";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotSealed(logger, fault);
            return null;
        }
    }

    /// <summary>The state in which the caller pressed the keys; null at the beginning, and where the URL tells none of this call.</summary>
    public CaseState? Read(VoiceRequest request) => request.Query[At].ToString() switch
    {
        AtNumber => new CaseState.Number(),
        AtPaused => new CaseState.Halted(HaltReason.Paused),
        AtUnavailable => new CaseState.Halted(HaltReason.Unavailable),
        AtSeveral => new CaseState.Halted(HaltReason.Several),
        _ => seal.Open(request.Query[Sealed], request.CallSid),
    };

    private static string InTheClear(CallPlace place, string at) => $"{place.Url(CaseStatusEndpoint.Step)}&{At}={at}";

    private static string Name(HaltReason reason) => reason switch
    {
        HaltReason.Paused => AtPaused,
        HaltReason.Unavailable => AtUnavailable,
        HaltReason.Several => AtSeveral,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    [LoggerMessage(EventName = "CaseNotSealed", Level = LogLevel.Error, Message = "The keys that protect what callers key in cannot be had; cases cannot be asked for until they can")]
    private static partial void NotSealed(ILogger logger, Exception fault);
}
