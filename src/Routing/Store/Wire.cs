using System.Globalization;

namespace Infoline.Routing.Store;

/// <summary>The words that scripts use for states.</summary>
internal static class Wire
{
    public static ReservationState ReservationState(string? word) => word switch
    {
        "pending" => Routing.ReservationState.Pending,
        "accepted" => Routing.ReservationState.Accepted,
        "rejected" => Routing.ReservationState.Rejected,
        "timeout" => Routing.ReservationState.Timeout,
        "canceled" => Routing.ReservationState.Canceled,
        "rescinded" => Routing.ReservationState.Rescinded,
        "wrapping" => Routing.ReservationState.Wrapping,
        "completed" => Routing.ReservationState.Completed,
        _ => Routing.ReservationState.Unknown,
    };

    public static string Word(this Availability availability) => availability switch
    {
        Availability.Available => "available",
        Availability.Pause => "pause",
        Availability.NotReady => "not-ready",
        Availability.Offline => "offline",
        _ => throw new ArgumentOutOfRangeException(nameof(availability), availability, "Not a state that a person can ask for."),
    };

    public static ConsultantStatus Status(string? word) => word switch
    {
        "available" => ConsultantStatus.Available,
        "reserved" => ConsultantStatus.Reserved,
        "on-call" => ConsultantStatus.OnCall,
        "wrap-up" => ConsultantStatus.WrapUp,
        "pause" => ConsultantStatus.Pause,
        "not-ready" => ConsultantStatus.NotReady,
        _ => ConsultantStatus.Offline,
    };

    public static string Word(this LeaveReason reason) => reason switch
    {
        LeaveReason.HungUp => "hung-up",
        LeaveReason.ToMenu => "menu",
        LeaveReason.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason to leave."),
    };

    public static string Word(this Party party) => party switch
    {
        Party.Caller => "caller",
        Party.Consultant => "consultant",
        Party.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, "Not a party of a call."),
    };

    public static DateTimeOffset Instant(string? milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0);

    public static ReservationId? Reservation(string? text) => Routing.ReservationId.TryParse(text, out var id) ? id : null;
}
