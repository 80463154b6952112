using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>The network tells how a call goes on and that it has ended.</summary>
internal static partial class CallEndEndpoint
{
    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/status", Handle).WithName("status");

    private static async Task<IResult> Handle(
        VoiceRequest request, CallJournal journal, VoiceMetrics metrics, CallQueue queue, ILogger<CallJournal> logger, CancellationToken cancel)
    {
        if (!CallWatch.IsOver(request.CallStatus))
            return Results.NoContent();

        // The callbacks come in any order and more than once ("Call resource": status values).
        if (journal.End(request.CallSid) is { } path)
        {
            metrics.Ended(path, TimeSpan.FromSeconds(request.CallDuration));
            CallEnded(logger, request.CallSid, request.CallStatus, request.CallDuration, path.LanguageCode, path, path.EndedAt);
        }

        try
        {
            if (CallId.TryParse(request.CallSid, out var call))
                await queue.LeaveAsync(call, LeaveReason.HungUp, cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            EndNotTold(logger, fault);
        }

        return Results.NoContent();
    }

    [LoggerMessage(EventName = "EndNotTold", Level = LogLevel.Warning, Message = "The queue could not be told that a call has ended; it asks the network about silent calls itself")]
    private static partial void EndNotTold(ILogger logger, Exception fault);

    [LoggerMessage(EventName = "CallEnded", Level = LogLevel.Information, Message = "Call {CallSid} {CallStatus} after {DurationSeconds} s in {Language}: {Path}; ended at {EndedAt}")]
    private static partial void CallEnded(ILogger logger, string callSid, string callStatus, int durationSeconds, string language, CallPath path, string endedAt);
}
