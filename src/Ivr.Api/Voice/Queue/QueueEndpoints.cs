using Infoline.Ivr.Voice.Recorder;
using Infoline.Prompts;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>The caller asks for a consultant, waits, and leaves the queue by a key.</summary>
internal static class QueueEndpoints
{
    public const string AgentStep = "agent";
    public const string WaitStep = "wait";
    public const string LeaveStep = "leave";

    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost("/agent/{language}/{node}", Ask).WithName("agent");
        voice.MapPost("/wait/{language}/{node}", Wait).WithName("wait");
        voice.MapPost("/leave/{language}/{node}", Leave).WithName("leave");
        voice.MapPost("/refused/{language}/{node}", Refused).WithName("refused");
    }

    /// <summary>A caller pressed 0. Who comes back from the menu, or after the line dropped, finds the old place. Who is to be recorded hears so first.</summary>
    private static async Task<object> Ask(
        string language, string node, VoiceRequest request, [FromServices] WaitingRoom room, [FromServices] CallRecorder recorder, [FromServices] RecorderDocuments documents, CancellationToken cancel)
    {
        var place = PlaceOf(language, node, request, room.Content);
        if (!CallId.TryParse(request.CallSid, out var call))
            return room.NotPossible(place);
        return room.IsOpen && await recorder.MustTellAsync(call, cancel) ? documents.Notice(place) : await room.EnterAsync(place, call, request.From, cancel);
    }

    /// <summary>One turn of the wait loop.</summary>
    private static async Task<object> Wait(string language, string node, VoiceRequest request, [FromServices] WaitingRoom room, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request, room.Content);
        if (!CallId.TryParse(request.CallSid, out var call))
            return room.NotPossible(at);
        return WaitPlace.Read(at.Language, at.Node, call, request.Query, room.Now) is { } place
            ? await room.TurnAsync(place, request.Digits, cancel)
            : await room.EnterAsync(at, call, request.From, cancel);
    }

    /// <summary>From a dialogue beside the wait loop to the recordings, as by the loop's own key.</summary>
    private static async Task<object> Leave(string language, string node, VoiceRequest request, [FromServices] WaitingRoom room, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request, room.Content);
        return CallId.TryParse(request.CallSid, out var call) && WaitPlace.Read(at.Language, at.Node, call, request.Query, room.Now) is { } place
            ? await room.TurnAsync(place, "#", cancel)
            : room.NotPossible(at);
    }

    /// <summary>After a refusal.</summary>
    private static object Refused(string language, string node, VoiceRequest request, [FromServices] WaitingRoom room)
    {
        var at = PlaceOf(language, node, request, room.Content);
        return CallId.TryParse(request.CallSid, out var call) && WaitPlace.Read(at.Language, at.Node, call, request.Query, room.Now) is { } place
            ? room.AfterRefusal(place, request.Digits)
            : room.NotPossible(at);
    }

    /// <summary>The caller's place in the menu, as far as the URL tells it. Total.</summary>
    public static CallPlace PlaceOf(string language, string node, VoiceRequest request, LineContent content)
    {
        _ = LanguageCodes.TryParse(language, out var chosen);
        return CallPlace.Read(chosen, (content.Menu.Find(node) ?? content.Menu.Start).Id, request.Query);
    }
}
