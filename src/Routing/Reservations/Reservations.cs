using Infoline.Routing.Store;
using Infoline.Routing.Tasks;

namespace Infoline.Routing;

/// <summary>
/// The life of offers and conversations. A reservation's number is the fence: events of an older one are refused. Every method may be
/// repeated, and throws <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class Reservations
{
    /// <summary>How long a node that took an offer may need to dial it before another node gets it.</summary>
    private static readonly TimeSpan DialGrace = TimeSpan.FromSeconds(10);

    /// <summary>For how long a call is not offered again to a consultant whom the network could not be asked to ring.</summary>
    private static readonly TimeSpan NetworkPause = TimeSpan.FromSeconds(10);

    private readonly RoutingStore _store;

    internal Reservations(RoutingStore store) => _store = store;

    /// <summary>The consultant's leg rings. When that is not applied, because the reservation is over or another leg rings for it, hang the leg up.</summary>
    public async Task<ReservationResult> DialledAsync(ReservationId id, string leg, CancellationToken cancellation = default) =>
        Result(await _store.RunAsync("dialled", cancellation, id.Value, leg), "ringing", ReservationState.Pending);

    /// <summary>The consultant takes the call.</summary>
    public async Task<AcceptResult> AcceptAsync(ReservationId id, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("accept", cancellation, id.Value, RoutingStore.Milliseconds(_store.Options.LongestTalk));
        return reply.Status switch
        {
            "accepted" => new AcceptResult.Accepted(
                CallId.Parse(reply.Payload.Call!), ConsultantId.Parse(reply.Payload.Consultant!), TimeSpan.FromMilliseconds(reply.Payload.Waited ?? 0),
                HostTasks.Purpose(reply.Payload.Kind),
                string.IsNullOrEmpty(reply.Payload.Number) ? null : reply.Payload.Number),
            "refused" => new AcceptResult.Refused(Wire.ReservationState(reply.Payload.State)),
            _ => throw reply.Unexpected("accept"),
        };
    }

    /// <summary>The consultant refuses, for a reason of their own words' choice. The caller is offered to others at the old place.</summary>
    public Task<ReservationResult> RejectAsync(ReservationId id, string? reason = null, CancellationToken cancellation = default) =>
        DeclineAsync(id, "rejected", ReservationState.Rejected, reason, _store.Options.CoolDownAfterRefusal, cancellation);

    /// <summary>Nobody answered in time. After as many misses as the setting says the consultant is not ready.</summary>
    public Task<ReservationResult> TimeOutAsync(ReservationId id, CancellationToken cancellation = default) =>
        DeclineAsync(id, "timeout", ReservationState.Timeout, null, _store.Options.CoolDownAfterMiss, cancellation);

    /// <summary>The device cannot be rung (not registered, refused by the network). The consultant becomes not-ready, the call waits on.</summary>
    public Task<ReservationResult> CancelAsync(ReservationId id, string? reason = null, CancellationToken cancellation = default) =>
        DeclineAsync(id, "canceled", ReservationState.Canceled, reason, _store.Options.CoolDownAfterMiss, cancellation);

    /// <summary>The network could not be asked to ring. The call waits on and the consultant stays available, but not for this call for a moment.</summary>
    public Task<ReservationResult> WithdrawAsync(ReservationId id, CancellationToken cancellation = default) =>
        DeclineAsync(id, "canceled", ReservationState.Canceled, "network", NetworkPause, cancellation);

    /// <summary>A reservation as it is; null when it was never given, or is forgotten after a day.</summary>
    public async Task<Reservation?> GetAsync(ReservationId id, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("reservation", cancellation, id.Value);
        return reply is { Status: "known", Payload: var row }
            ? new Reservation(
                id,
                Wire.ReservationState(row.State),
                CallId.Parse(row.Call!),
                ConsultantId.Parse(row.Consultant!),
                string.IsNullOrEmpty(row.Leg) ? null : row.Leg,
                row.Kind is "consultation",
                Wire.Instant(row.Since),
                row.Ends is null ? null : Wire.Instant(row.Ends),
                row.Waited is { } waited ? TimeSpan.FromMilliseconds(waited) : null,
                row.Notes ?? [])
            : null;
    }

    /// <summary>Keeps something of the host's with the reservation, such as the name of the conference, for every node to read.</summary>
    /// <param name="id">The reservation.</param>
    /// <param name="name">The name of the note: lower-case letters and hyphens.</param>
    /// <param name="value">What is noted; never a name or number of a caller.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task NoteAsync(ReservationId id, string name, string value, CancellationToken cancellation = default) =>
        _store.RunAsync("note", cancellation, id.Value, name, value);

    /// <summary>A supervisor takes the offer back: the call waits at its old place, and goes to others.</summary>
    public Task<ReservationResult> TakeBackAsync(ReservationId id, CancellationToken cancellation = default) =>
        DeclineAsync(id, "rescinded", ReservationState.Rescinded, "taken-back", _store.Options.CoolDownAfterRefusal, cancellation);

    /// <summary>
    /// Puts a conversation back that an emptied store has lost, so that its consultant is not offered a second call. False when the
    /// store knows the call or the reservation.
    /// </summary>
    public async Task<bool> RestoreAsync(ReservationId id, Ticket ticket, ConsultantId consultant, CancellationToken cancellation = default) => (await _store.RunAsync(
        "restore",
        cancellation,
        id.Value,
        ticket.Call.Value,
        ticket.ArrivedAt.ToUnixTimeMilliseconds(),
        ticket.Language.Value,
        ticket.Topic ?? "",
        ticket.CallerKey,
        consultant.Value,
        RoutingStore.Milliseconds(_store.Options.LongestTalk))).Status is "restored";

    /// <summary>The conversation is over; wrap-up begins.</summary>
    public async Task<ReservationResult> CompleteAsync(ReservationId id, Party endedBy, CancellationToken cancellation = default) => Result(
        await _store.RunAsync("complete", cancellation, id.Value, endedBy.Word(), RoutingStore.Milliseconds(_store.Options.WrapUp)), "wrapping", ReservationState.Wrapping);

    /// <summary>
    /// The consultant's telephone is lost in the conversation, and the caller is still on the line: they wait again, before everybody else,
    /// and for <see cref="RoutingOptions.ReattachWithin"/> for this consultant alone. The consultant is not ready, for the reason
    /// <see cref="Consultant.Lost"/>, until <see cref="Consultants.ReattachAsync"/>.
    /// </summary>
    public async Task<ReservationResult> LoseAsync(ReservationId id, CancellationToken cancellation = default) => Result(
        await _store.RunAsync("lose", cancellation, id.Value, RoutingStore.Milliseconds(_store.Options.ReattachWithin)), "lost", ReservationState.Completed);

    /// <summary>The consultant needs more time for wrap-up.</summary>
    public async Task<ReservationResult> ExtendWrapUpAsync(ReservationId id, TimeSpan more, CancellationToken cancellation = default) =>
        Result(await _store.RunAsync("extend", cancellation, id.Value, RoutingStore.Milliseconds(more)), "extended", ReservationState.Wrapping);

    /// <summary>Wrap-up is done.</summary>
    public async Task<ReservationResult> FinishWrapUpAsync(ReservationId id, CancellationToken cancellation = default) =>
        Result(await _store.RunAsync("finish", cancellation, id.Value, ""), "completed", ReservationState.Completed);

    internal async Task<bool> TakeToDialAsync(ReservationId id, CancellationToken cancellation) =>
        (await _store.RunAsync("hand-over", cancellation, id.Value, RoutingStore.Milliseconds(DialGrace))).Status is "ring";

    private async Task<ReservationResult> DeclineAsync(
        ReservationId id, string outcome, ReservationState state, string? reason, TimeSpan coolDown, CancellationToken cancellation) => Result(
        await _store.RunAsync("decline", cancellation, id.Value, outcome, reason ?? "", RoutingStore.Milliseconds(coolDown), _store.Options.MissesUntilNotReady),
        "declined",
        state);

    private static ReservationResult Result(Reply reply, string applied, ReservationState state) =>
        string.Equals(reply.Status, applied, StringComparison.Ordinal) ? new(true, state) : new(false, Wire.ReservationState(reply.Payload.State));
}
