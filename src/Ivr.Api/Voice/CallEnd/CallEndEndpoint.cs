using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>The network tells how a call goes on and that it has ended.</summary>
internal static partial class CallEndEndpoint
{
    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/status", Handle).WithName("status");

    private static async Task<IResult> Handle(
        VoiceRequest request, CallJournal journal, CallerKeys callers, VoiceMetrics metrics, CallFarewell farewell, ILogger<CallJournal> logger, CancellationToken cancel)
    {
        if (!CallWatch.IsOver(request.CallStatus))
            return Results.NoContent();

        // The callbacks come in any order and more than once ("Call resource": status values).
        var path = journal.End(request.CallSid);
        if (path is not null)
        {
            metrics.Ended(path, TimeSpan.FromSeconds(request.CallDuration));
            CallEnded(logger, request.CallSid, request.CallStatus, request.CallDuration, path.LanguageCode, path, path.EndedAt);
        }

        if (CallId.TryParse(request.CallSid, out var call))
            await farewell.TakeAsync(call, path, callers.Of(request.From), cancel);
        return Results.NoContent();
    }

    [LoggerMessage(EventName = "CallEnded", Level = LogLevel.Information, Message = "Call {CallSid} {CallStatus} after {DurationSeconds} s in {Language}: {Path}; ended at {EndedAt}")]
    private static partial void CallEnded(ILogger logger, string callSid, string callStatus, int durationSeconds, string language, CallPath path, string endedAt);
}
