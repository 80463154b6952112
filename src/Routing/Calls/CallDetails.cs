namespace Infoline.Routing;

/// <summary>A call as the queue knows it.</summary>
/// <param name="Ticket">What it came with, as changed since.</param>
/// <param name="IsCallback">Whether the caller asked to be called back.</param>
/// <param name="CallbackNumber">What is dialled for a callback, in E.164; null for a call. Personal: never log it.</param>
/// <param name="Reservation">The newest reservation for it, or null.</param>
/// <param name="Consultation">The reservation of a colleague who was asked for help, or null.</param>
/// <param name="IsQueued">Whether it still waits for a conversation.</param>
/// <param name="Keeper">The consultant who was lost in the conversation, until there is another one; or null.</param>
/// <param name="Interrupted">The reservation of the conversation that was lost last, for as long as the call is known; or null.</param>
public sealed record CallDetails(
    Ticket Ticket,
    bool IsCallback,
    string? CallbackNumber,
    ReservationId? Reservation,
    ReservationId? Consultation,
    bool IsQueued,
    ConsultantId? Keeper,
    ReservationId? Interrupted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Ticket.Call}, reservation {Reservation}";
}
