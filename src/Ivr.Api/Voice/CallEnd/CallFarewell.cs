using Infoline.Ivr.Conversations;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Records.Writing;
using Infoline.Routing;
using Infoline.Sql;
using CallRecord = Infoline.Records.Calls.CallRecord;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>A call has ended: the queue lets it go, and its way through the menu joins its history.</summary>
internal sealed partial class CallFarewell(CallQueue queue, RoomEvents room, CallHistory history, RecordsWriter records, ILogger<CallFarewell> logger)
{
    /// <param name="call">The call.</param>
    /// <param name="path">The way, told once; null when it was told before.</param>
    /// <param name="callerKey">The key of the caller's number; null when it is withheld.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task TakeAsync(CallId call, CallPath? path, string? callerKey, CancellationToken cancel)
    {
        var data = path is null ? default : MenuWords.Write(path, callerKey);
        try
        {
            var talk = (await queue.GetAsync(call, cancel))?.Reservation;
            await queue.LeaveAsync(call, LeaveReason.HungUp, cancel);
            if (talk is { } reservation)
                await room.CallerGoneAsync(reservation, cancel);
            if (path is not null)
                await history.NoteAsync(call, HistoryWords.Menu, data, cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            EndNotTold(logger, fault);
            if (path is not null)
                await WriteAsync(call, path, callerKey, cancel);
        }
    }

    /// <summary>Without the outbox the record is written at once; with neither store only the log has it.</summary>
    private async Task WriteAsync(CallId call, CallPath path, string? callerKey, CancellationToken cancel)
    {
        try
        {
            var ended = path.Steps.Count > 0 ? path.Steps[^1].At : path.ArrivedAt;
            await records.WriteAsync(CallRecord.Of(call.Value, callerKey, MenuWords.Of(MenuWords.Write(path, callerKey), ended)), cancel);
        }
        catch (Exception fault) when (Database.IsOutage(fault))
        {
            RecordLost(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(EventName = "EndNotTold", Level = LogLevel.Warning, Message = "The queue could not be told that a call has ended; it asks the network about silent calls itself")]
    private static partial void EndNotTold(ILogger logger, Exception fault);

    [LoggerMessage(EventName = "RecordLost", Level = LogLevel.Error, Message = "Neither store answers ({Fault}): of this call only the log tells")]
    private static partial void RecordLost(ILogger logger, string fault);
}
