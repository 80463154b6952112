namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>The network tells how a call goes on and that it has ended.</summary>
internal static partial class CallEndEndpoint
{
    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/status", Handle).WithName("status");

    private static IResult Handle(VoiceRequest request, CallJournal journal, VoiceMetrics metrics, ILogger<CallJournal> logger)
    {
        // Final states by Twilio's list (twilio-voice facts, T11); the callbacks come in any order and more than once.
        if (request.CallStatus is "completed" or "busy" or "failed" or "no-answer" or "canceled" && journal.End(request.CallSid) is { } path)
        {
            metrics.Ended(path, TimeSpan.FromSeconds(request.CallDuration));
            CallEnded(logger, request.CallSid, request.CallStatus, request.CallDuration, path.LanguageCode, path, path.EndedAt);
        }

        return Results.NoContent();
    }

    [LoggerMessage(EventName = "CallEnded", Level = LogLevel.Information, Message = "Call {CallSid} {CallStatus} after {DurationSeconds} s in {Language}: {Path}; ended at {EndedAt}")]
    private static partial void CallEnded(ILogger logger, string callSid, string callStatus, int durationSeconds, string language, CallPath path, string endedAt);
}
