using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// The callers' side of the queue. Every method may be repeated, comes too late without harm, and throws
/// <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class CallQueue
{
    private readonly RoutingStore _store;

    internal CallQueue(RoutingStore store) => _store = store;

    /// <summary>A caller asks for a consultant. A caller whose line dropped, who went to the menu, or who was to be called back finds the old place.</summary>
    public async Task<JoinResult> JoinAsync(Ticket ticket, CancellationToken cancellation = default)
    {
        var reply = await JoinAsync(ticket, "ask", cancellation);
        return reply.Status switch
        {
            "refused" => new JoinResult.Refused(reply.Payload.Why switch
            {
                "full" => RefusalReason.Full,
                "language" => RefusalReason.NobodySpeaks,
                _ => RefusalReason.NobodyLoggedIn,
            }),
            "joined" => new JoinResult.Joined(Read(reply.Payload), ReadResumed(reply.Payload.Resumed), ticket with { ArrivedAt = ArrivedAt(reply.Payload, ticket) }),
            "known" => await JoinedAlreadyAsync(ticket, cancellation),
            _ => throw reply.Unexpected("join"),
        };
    }

    /// <summary>
    /// One turn of the wait loop: the call's sign of life. A waiting call that the store has lost is put back at its old place; a call
    /// that is over stays over.
    /// </summary>
    public async Task<CallState> WaitAsync(Ticket ticket, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("wait", cancellation, ticket.Call.Value);
        if (reply.Status is "unknown")
        {
            reply = await JoinAsync(ticket, "heal", cancellation);
        }

        return reply.Status switch
        {
            "joined" or "known" when reply.Payload.State is not null => Read(reply.Payload),
            "known" => Read((await _store.RunAsync("wait", cancellation, ticket.Call.Value)).Payload),
            _ => throw reply.Unexpected("wait"),
        };
    }

    /// <summary>A waiting caller asks for an earlier turn, or names another language; what the ticket says of both counts from now on.</summary>
    /// <returns>False when the call does not wait.</returns>
    public async Task<bool> ChangeAsync(Ticket ticket, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("change", cancellation, ticket.Call.Value, Second(ticket), (int)ticket.Band);
        return reply.Status is "changed";
    }

    /// <summary>
    /// A call leaves the queue. A consultant who is being rung for it is free again; a conversation goes to wrap-up.
    /// A call that the queue does not know is remembered as gone.
    /// </summary>
    public async Task<LeaveResult> LeaveAsync(CallId call, LeaveReason reason, CancellationToken cancellation = default)
    {
        var settings = _store.Options;
        var reply = await _store.RunAsync(
            "leave",
            cancellation,
            call.Value,
            reason.Word(),
            RoutingStore.Milliseconds(settings.PlaceKept),
            RoutingStore.Milliseconds(settings.WrapUp),
            Party.Caller.Word());
        return reply.Status switch
        {
            "left" => reply.Payload.Before is "connected" ? LeaveResult.LeftConversation : LeaveResult.Left,
            "gone" => LeaveResult.WasNotThere,
            _ => throw reply.Unexpected("leave"),
        };
    }

    /// <summary>The caller was told this wait; it is held against the one that comes. Only the first one told counts.</summary>
    public Task AnnouncedAsync(CallId call, WaitRange told, int place = 1, CancellationToken cancellation = default) => _store.RunAsync(
        "announce", cancellation, call.Value, RoutingStore.Milliseconds(told.AtLeast), RoutingStore.Milliseconds(told.AtMost), place);

    /// <summary>A call as the queue knows it; null when the call never was in the queue, or has forgotten it an hour after its end.</summary>
    public async Task<CallDetails?> GetAsync(CallId call, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("call", cancellation, call.Value);
        // A call that ended without ever asking for a consultant is remembered by its end alone.
        if (reply is not { Status: "known", Payload: { Language: not null } row })
        {
            return null;
        }

        var ticket = new Ticket(
            call,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Arrived ?? 0),
            LanguageCode.Parse(row.Language!),
            LanguageCode.TryParse(row.Second, out var second) ? second : null,
            row.Band is "1" ? PriorityBand.Priority : PriorityBand.Normal,
            string.IsNullOrEmpty(row.Topic) ? null : row.Topic,
            row.Caller ?? "");
        return new CallDetails(
            ticket,
            row.Kind is "callback",
            string.IsNullOrEmpty(row.Number) ? null : row.Number,
            Wire.Reservation(row.Reservation),
            Wire.Reservation(row.Consult),
            row.State is "waiting" or "offered" or "callback",
            ConsultantId.TryParse(row.Keeper, out var keeper) ? keeper : null,
            Wire.Reservation(row.Interrupted));
    }

    private Task<Reply> JoinAsync(Ticket ticket, string manner, CancellationToken cancellation) => _store.RunAsync(
        "join",
        cancellation,
        ticket.Call.Value,
        ticket.ArrivedAt.ToUnixTimeMilliseconds(),
        ticket.Language.Value,
        Second(ticket),
        (int)ticket.Band,
        ticket.Topic ?? "",
        ticket.CallerKey,
        manner,
        _store.Options.MostWaiting);

    internal static string Second(Ticket ticket) => ticket.SecondLanguage is { } second && second != ticket.Language ? second.Value : "";

    private async Task<JoinResult> JoinedAlreadyAsync(Ticket ticket, CancellationToken cancellation)
    {
        var reply = await _store.RunAsync("wait", cancellation, ticket.Call.Value);
        return new JoinResult.Joined(Read(reply.Payload), Resumed.No, ticket with { ArrivedAt = ArrivedAt(reply.Payload, ticket) });
    }

    private static DateTimeOffset ArrivedAt(Payload payload, Ticket ticket) =>
        payload.Arrived is { } arrived ? DateTimeOffset.FromUnixTimeMilliseconds(arrived) : ticket.ArrivedAt;

    private static Resumed ReadResumed(string? word) => word switch
    {
        "place" => Resumed.Place,
        "callback" => Resumed.Callback,
        _ => Resumed.No,
    };

    internal static CallState Read(Payload call)
    {
        var arrived = DateTimeOffset.FromUnixTimeMilliseconds(call.Arrived ?? 0);
        ConsultantId? consultant = ConsultantId.TryParse(call.Consultant, out var id) ? id : null;
        return call.State switch
        {
            "waiting" => new CallState.Waiting((int)(call.Place ?? 1), arrived, call.Step ?? 1, call.Served ?? false, WaitRange.Estimate(call.Place ?? 1, call.Starts ?? 0, call.Span ?? 0)),
            "callback" => new CallState.CallbackPending((int)(call.Place ?? 1), arrived),
            "offered" => new CallState.Offered(ReservationId.Parse(call.Reservation!), consultant),
            "connected" => new CallState.Connected(ReservationId.Parse(call.Reservation!), consultant),
            _ => new CallState.Gone(call.Reason is "menu"),
        };
    }
}

/// <summary>What leaving changed.</summary>
public enum LeaveResult
{
    /// <summary>The call is out of the queue.</summary>
    Left,

    /// <summary>The call was connected: its consultant is in wrap-up.</summary>
    LeftConversation,

    /// <summary>The call was over before.</summary>
    WasNotThere,
}
