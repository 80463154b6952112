namespace Infoline.Routing;

/// <summary>What became of an accept.</summary>
public abstract record AcceptResult
{
    private AcceptResult()
    {
    }

    /// <summary>Caller and consultant may be brought together.</summary>
    /// <param name="Call">The caller's call.</param>
    /// <param name="Consultant">Who took it.</param>
    /// <param name="Waited">How long the caller waited.</param>
    /// <param name="Purpose">What the consultant was rung for, as it is now: a caller who came back to the line is a call, not a callback.</param>
    /// <param name="CallbackNumber">For a callback the number to dial, in E.164; else null. Personal: never log it.</param>
    public sealed record Accepted(CallId Call, ConsultantId Consultant, TimeSpan Waited, RingPurpose Purpose, string? CallbackNumber) : AcceptResult
    {
        /// <inheritdoc/>
        public override string ToString() => $"Accepted {Call} by {Consultant}, {Purpose}";
    }

    /// <summary>Too late: the reservation is in this state. Tell the consultant and let them go.</summary>
    public sealed record Refused(ReservationState State) : AcceptResult;
}

/// <summary>What became of an event of a reservation.</summary>
/// <param name="Applied">Whether it changed something; false for an event that came twice or too late.</param>
/// <param name="State">The state of the reservation after it.</param>
public readonly record struct ReservationResult(bool Applied, ReservationState State);

/// <summary>Who ended a conversation.</summary>
public enum Party
{
    /// <summary>The caller hung up.</summary>
    Caller,

    /// <summary>The consultant hung up.</summary>
    Consultant,

    /// <summary>A line dropped, or a supervisor or the host ended it.</summary>
    System,
}

/// <summary>A reservation as it is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">Its state.</param>
/// <param name="Call">The caller's call.</param>
/// <param name="Consultant">Whose it is.</param>
/// <param name="Leg">The consultant's leg; null until it rings.</param>
/// <param name="IsConsultation">Whether a colleague is asked for help; one who took the caller over has an ordinary reservation.</param>
/// <param name="Since">Since when it is in this state.</param>
/// <param name="Ends">When ringing, wrap-up or the longest talk ends by itself; null when nothing is due.</param>
/// <param name="Waited">How long the caller had waited when it was accepted; null before.</param>
/// <param name="Notes">What the host noted on it.</param>
public sealed record Reservation(
    ReservationId Id,
    ReservationState State,
    CallId Call,
    ConsultantId Consultant,
    string? Leg,
    bool IsConsultation,
    DateTimeOffset Since,
    DateTimeOffset? Ends,
    TimeSpan? Waited,
    IReadOnlyDictionary<string, string> Notes)
{
    /// <summary>The consultant's request for a supervisor, or null.</summary>
    public HelpRequest? Help => HelpRequest.Read(Notes.GetValueOrDefault("help"), Notes.GetValueOrDefault("help-by"), Notes.GetValueOrDefault("help-name"));
}
