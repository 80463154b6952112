using Infoline.Routing;
using Infoline.Sql;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>What became of a caller's wish to be called back.</summary>
internal abstract record WishResult
{
    private WishResult()
    {
    }

    /// <summary>It stands in the queue at this place.</summary>
    public sealed record Taken(int Place) : WishResult;

    /// <summary>The queue does not answer; the wish is kept until it does.</summary>
    public sealed record Kept : WishResult;

    /// <summary>A consultant is taking the call at this moment.</summary>
    public sealed record BeingAnswered : WishResult;

    /// <summary>It could not be taken.</summary>
    public sealed record NotPossible : WishResult;
}

/// <summary>Takes, finds and cancels callers' wishes to be called back, in the queue or, while that is down, beside it.</summary>
internal sealed partial class CallbackWishes(Callbacks callbacks, KeptCallbacks kept, CallerKeys callers, ILogger<CallbackWishes> logger)
{
    public async Task<WishResult> TakeAsync(Ticket ticket, string number, CallbackWindow window, CancellationToken cancel)
    {
        // Whose number is withheld is known again by the number they gave.
        var known = ticket.CallerKey.Length > 0 ? ticket : ticket with { CallerKey = callers.Of(number) ?? "" };
        try
        {
            return await callbacks.RequestAsync(known, number, window, cancel) switch
            {
                CallbackResult.Requested requested => new WishResult.Taken(requested.Place),
                CallbackResult.Refused { BeingAnswered: true } => new WishResult.BeingAnswered(),
                CallbackResult.Refused => new WishResult.NotPossible(),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (RoutingUnavailableException fault)
        {
            QueueDown(logger, fault);
            return await KeepAsync(known, number, window, cancel);
        }
    }

    /// <summary>The callback that this caller waits for already; null for none, and while the queue does not answer.</summary>
    public async Task<CallId?> FindAsync(string callerKey, CancellationToken cancel)
    {
        try
        {
            return callerKey.Length > 0 && await callbacks.FindAsync(callerKey, cancel) is { Entry: var entry } ? entry : null;
        }
        catch (RoutingUnavailableException fault)
        {
            QueueDown(logger, fault);
            return null;
        }
    }

    /// <summary>The caller needs no callback any more; false when the queue does not answer.</summary>
    public async Task<bool> CancelAsync(string callerKey, CancellationToken cancel)
    {
        try
        {
            if (callerKey.Length > 0 && await callbacks.FindAsync(callerKey, cancel) is { Entry: var entry })
                await callbacks.CancelAsync(entry, cancel);
            return true;
        }
        catch (RoutingUnavailableException fault)
        {
            QueueDown(logger, fault);
            return false;
        }
    }

    private async Task<WishResult> KeepAsync(Ticket ticket, string number, CallbackWindow window, CancellationToken cancel)
    {
        try
        {
            await kept.KeepAsync(ticket, number, window, cancel);
            return new WishResult.Kept();
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            NotKept(logger, outage.GetType().Name);
            return new WishResult.NotPossible();
        }
    }

    [LoggerMessage(EventName = "CallbackNotKept", Level = LogLevel.Error, Message = "A wish to be called back could not be kept either: the database does not answer ({Fault})")]
    private static partial void NotKept(ILogger logger, string fault);

    [LoggerMessage(EventName = "CallbackQueueDown", Level = LogLevel.Error, Message = "A wish to be called back cannot be put in the queue, which does not answer")]
    private static partial void QueueDown(ILogger logger, Exception fault);
}
