namespace Infoline.Routing;

/// <summary>Where a call is: in exactly one of these states.</summary>
public abstract record CallState
{
    private CallState()
    {
    }

    /// <summary>The caller waits.</summary>
    /// <param name="Place">How many are served before this one, plus one; callbacks count.</param>
    /// <param name="ArrivedAt">When the caller first asked for a consultant.</param>
    /// <param name="Step">1: own language at a high level; 2: own language at any level; 3: the second language too.</param>
    /// <param name="Served">Whether anybody logged in speaks a language of the caller.</param>
    /// <param name="Expected">How much longer the caller is likely to wait, or null while too little is known to say.</param>
    public sealed record Waiting(int Place, DateTimeOffset ArrivedAt, int Step, bool Served, WaitRange? Expected) : CallState;

    /// <summary>A consultant is being rung for the caller.</summary>
    public sealed record Offered(ReservationId Reservation, ConsultantId? Consultant) : CallState;

    /// <summary>Caller and consultant talk.</summary>
    public sealed record Connected(ReservationId Reservation, ConsultantId? Consultant) : CallState;

    /// <summary>The caller will be called back.</summary>
    /// <param name="Place">How many are served before this one, plus one.</param>
    /// <param name="ArrivedAt">When the caller first asked for a consultant.</param>
    public sealed record CallbackPending(int Place, DateTimeOffset ArrivedAt) : CallState;

    /// <summary>The call is not in the queue: over, or gone to the menu.</summary>
    /// <param name="ToMenu">Whether <see cref="CallQueue.JoinAsync(Ticket, CancellationToken)"/> may bring it back to its place.</param>
    public sealed record Gone(bool ToMenu) : CallState;
}

/// <summary>What became of the wish to wait.</summary>
public abstract record JoinResult
{
    private JoinResult()
    {
    }

    /// <summary>The call is in the queue, or was already.</summary>
    /// <param name="State">Where the call is now.</param>
    /// <param name="Resumed">Whether an older place of the same caller was found.</param>
    /// <param name="Ticket">The ticket to carry on, with the arrival that counts.</param>
    public sealed record Joined(CallState State, Resumed Resumed, Ticket Ticket) : JoinResult;

    /// <summary>The call is not in the queue; a callback may still be asked for.</summary>
    public sealed record Refused(RefusalReason Reason) : JoinResult;
}

/// <summary>Which older place a caller came back to.</summary>
public enum Resumed
{
    /// <summary>None: the caller is new.</summary>
    No,

    /// <summary>The place of a call whose line dropped.</summary>
    Place,

    /// <summary>The place of their callback, which is no longer needed.</summary>
    Callback,
}

/// <summary>Why nobody can be added to the queue.</summary>
public enum RefusalReason
{
    /// <summary>As many wait as may.</summary>
    Full,

    /// <summary>Nobody is logged in at all.</summary>
    NobodyLoggedIn,

    /// <summary>Consultants are logged in, but none speaks a language of the caller.</summary>
    NobodySpeaks,
}

/// <summary>Why a call leaves the queue.</summary>
public enum LeaveReason
{
    /// <summary>The caller hung up or the line dropped; the place is kept for a while.</summary>
    HungUp,

    /// <summary>The caller listens to the menu and may come back to the place.</summary>
    ToMenu,

    /// <summary>The call is over, the caller needs nothing more.</summary>
    Ended,
}
