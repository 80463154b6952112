using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// Callbacks: entries of the queue whose callers are not on the line. They keep their place, are offered like callers, and are dialled only
/// after a consultant has accepted. Every method may be repeated, and throws <see cref="RoutingUnavailableException"/> when the store
/// does not answer.
/// </summary>
public sealed class Callbacks
{
    private readonly RoutingStore _store;

    internal Callbacks(RoutingStore store) => _store = store;

    /// <summary>
    /// Turns a waiting call, one that went to the menu, or one that was never in the queue into a callback. A caller has one: a second
    /// request replaces number and window of the first and keeps the older place.
    /// </summary>
    /// <param name="ticket">The call, with its arrival.</param>
    /// <param name="number">What to dial, in E.164. Kept in the queue's store only, and in no history or log.</param>
    /// <param name="window">When the caller can be reached; null: at any time.</param>
    /// <param name="cancellation">Ends the wait for an answer, not the request.</param>
    public async Task<CallbackResult> RequestAsync(Ticket ticket, string number, CallbackWindow? window = null, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync(
            "request-callback",
            cancellation,
            ticket.Call.Value,
            ticket.ArrivedAt.ToUnixTimeMilliseconds(),
            ticket.Language.Value,
            CallQueue.Second(ticket),
            (int)ticket.Band,
            ticket.Topic ?? "",
            ticket.CallerKey,
            number,
            window?.Earliest.ToUnixTimeMilliseconds() ?? 0,
            window?.Latest is { } latest ? latest.ToUnixTimeMilliseconds() : "");
        return reply.Status switch
        {
            "requested" => new CallbackResult.Requested(CallId.Parse(reply.Payload.Call!), (int)(reply.Payload.Place ?? 1)),
            "refused" => new CallbackResult.Refused(reply.Payload.State is "offered" or "connected"),
            _ => throw reply.Unexpected("request-callback"),
        };
    }

    /// <summary>The callback that a caller asked for and that is not yet connected, or null.</summary>
    public async Task<CallbackResult.Requested?> FindAsync(string callerKey, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("callback-of", cancellation, callerKey);
        return reply.Status is "known" ? new(CallId.Parse(reply.Payload.Call!), (int)(reply.Payload.Place ?? 1)) : null;
    }

    /// <summary>The caller needs no callback any more; false when there was none.</summary>
    public async Task<bool> CancelAsync(CallId callback, CancellationToken cancellation = default) =>
        (await _store.RunAsync("leave", cancellation, callback.Value, "cancelled", 0, 0, Party.Caller.Word())).Status is "left";

    /// <summary>
    /// The caller is on the line and wants to talk. From now on the callback is an ordinary call, under the name of the call that reached
    /// them; its reservation goes on.
    /// </summary>
    /// <returns>False when it is too late: the reservation is over, or the caller has hung up.</returns>
    public async Task<bool> ReachedAsync(ReservationId reservation, CallId leg, CancellationToken cancellation = default) =>
        (await _store.RunAsync("reached", cancellation, reservation.Value, leg.Value)).Status is "reached";

    /// <summary>The consultant accepted, the caller could not be reached. The consultant is free at once; the callback is tried again after a pause.</summary>
    /// <param name="reservation">The accepted reservation.</param>
    /// <param name="reason">How the network says the attempt ended: busy, no-answer, failed.</param>
    /// <param name="counts">Whether it is one of the attempts that a caller has; false when the caller was not tried, or asked for another time.</param>
    /// <param name="cancellation">Ends the wait for an answer, not the event.</param>
    public async Task<CallbackFailure> FailedAsync(ReservationId reservation, string reason, bool counts = true, CancellationToken cancellation = default)
    {
        var settings = _store.Options;
        var reply = await _store.RunAsync(
            "callback-failed", cancellation, reservation.Value, reason, RoutingStore.Milliseconds(settings.CallbackPause), settings.CallbackAttempts, counts ? 1 : 0);
        return reply.Status switch
        {
            "again" => CallbackFailure.TriedAgain,
            "unreached" => CallbackFailure.GivenUp,
            "late" => CallbackFailure.TooLate,
            _ => throw reply.Unexpected("callback-failed"),
        };
    }
}

/// <summary>When a caller can be reached; once it has passed it comes again a day later.</summary>
/// <param name="Earliest">Not before.</param>
/// <param name="Latest">Not after; null for no limit.</param>
public readonly record struct CallbackWindow(DateTimeOffset Earliest, DateTimeOffset? Latest);

/// <summary>What became of the wish for a callback.</summary>
public abstract record CallbackResult
{
    private CallbackResult()
    {
    }

    /// <summary>The caller will be called back.</summary>
    /// <param name="Entry">The name of the entry: the call it came from.</param>
    /// <param name="Place">Its place in the queue.</param>
    public sealed record Requested(CallId Entry, int Place) : CallbackResult;

    /// <summary>No callback: a consultant is taking the call at this moment, or it is over.</summary>
    public sealed record Refused(bool BeingAnswered) : CallbackResult;
}

/// <summary>What a failed attempt to call back led to.</summary>
public enum CallbackFailure
{
    /// <summary>It is tried again.</summary>
    TriedAgain,

    /// <summary>It was the last attempt.</summary>
    GivenUp,

    /// <summary>The reservation was over; nothing changed.</summary>
    TooLate,
}
