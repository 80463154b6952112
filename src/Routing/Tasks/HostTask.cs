namespace Infoline.Routing;

/// <summary>Something that the queue cannot do itself and the host has to: to ring, to stop ringing, to look after a call.</summary>
public abstract record HostTask
{
    private HostTask()
    {
    }

    /// <summary>Ring the consultant's device for the reservation, and tell <see cref="Reservations.DialledAsync"/> which leg rings.</summary>
    /// <param name="Reservation">The reservation; its number is the fence.</param>
    /// <param name="Call">The caller's call.</param>
    /// <param name="Consultant">Who is to answer.</param>
    /// <param name="Device">Where to ring, as given at sign-in: <c>client:</c>, a number, or a SIP address.</param>
    /// <param name="Language">The language of the call.</param>
    /// <param name="Topic">The node of the menu from which the caller asked, or null.</param>
    /// <param name="ArrivedAt">When the caller first asked for a consultant.</param>
    /// <param name="Band">The priority band.</param>
    /// <param name="Purpose">A live call, a callback still to be dialled, or a consultation between consultants.</param>
    /// <param name="CallbackNumber">For a callback the number to dial after the consultant accepts. Personal: never log it.</param>
    public sealed record Ring(
        ReservationId Reservation,
        CallId Call,
        ConsultantId Consultant,
        string Device,
        LanguageCode Language,
        string? Topic,
        DateTimeOffset ArrivedAt,
        PriorityBand Band,
        RingPurpose Purpose,
        string? CallbackNumber) : HostTask
    {
        /// <inheritdoc/>
        public override string ToString() => $"Ring {Consultant} for reservation {Reservation} of {Call}";
    }

    /// <summary>Stop ringing: the reservation is over.</summary>
    /// <param name="Reservation">The reservation.</param>
    /// <param name="Call">The caller's call.</param>
    /// <param name="Consultant">Whose device rings.</param>
    /// <param name="Leg">The leg as given to <see cref="Reservations.DialledAsync"/>; null when it was not dialled yet.</param>
    /// <param name="Why">The state in which the reservation ended.</param>
    public sealed record StopRinging(ReservationId Reservation, CallId Call, ConsultantId Consultant, string? Leg, ReservationState Why) : HostTask;

    /// <summary>Ask the network whether the call still lives; if not, tell <see cref="CallQueue.LeaveAsync"/> or <see cref="Reservations.CompleteAsync"/>.</summary>
    /// <param name="Call">The caller's call.</param>
    /// <param name="Reservation">The reservation of a conversation that lasts too long; null for a call that is silent while waiting.</param>
    public sealed record LookAfter(CallId Call, ReservationId? Reservation) : HostTask;
}

/// <summary>What a consultant is rung for.</summary>
public enum RingPurpose
{
    /// <summary>A caller on the line.</summary>
    Call,

    /// <summary>A caller who asked to be called back, and is dialled after the accept.</summary>
    Callback,

    /// <summary>A colleague who asks for help while their caller waits.</summary>
    Consultation,
}

/// <summary>The life of a reservation, in the terms of TaskRouter.</summary>
public enum ReservationState
{
    /// <summary>Never given, or forgotten after a day.</summary>
    Unknown,

    /// <summary>The consultant is being rung.</summary>
    Pending,

    /// <summary>Consultant and caller talk.</summary>
    Accepted,

    /// <summary>The consultant refused.</summary>
    Rejected,

    /// <summary>Nobody answered in time.</summary>
    Timeout,

    /// <summary>The consultant's desk vanished, or could not be dialled.</summary>
    Canceled,

    /// <summary>The caller is gone, or was given to somebody else.</summary>
    Rescinded,

    /// <summary>The conversation is over and is being wrapped up.</summary>
    Wrapping,

    /// <summary>All is done.</summary>
    Completed,
}
