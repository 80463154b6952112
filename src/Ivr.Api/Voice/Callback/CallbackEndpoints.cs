using Infoline.Ivr.Voice.Queue;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>A caller asks to be called back, says where and when, and hangs up.</summary>
internal static class CallbackEndpoints
{
    public const string Begin = "callback";
    public const string Already = "callback-already";
    public const string Number = "callback-number";
    public const string Typed = "callback-typed";
    public const string When = "callback-when";
    public const string Done = "callback-done";

    public static void Map(IEndpointRouteBuilder voice)
    {
        Step(voice, Begin, (dialogue, place, request, cancel) => dialogue.BeginAsync(place, request.From, cancel));
        Step(voice, Already, (dialogue, place, request, cancel) => dialogue.AlreadyAsync(place, request.Digits, request.From, cancel));
        Step(voice, Number, (dialogue, place, request, _) => Task.FromResult(dialogue.Confirm(place, request.Digits)));
        Step(voice, Typed, (dialogue, place, request, _) => Task.FromResult(dialogue.Typed(place, request.Digits)));
        Step(voice, When, (dialogue, place, request, cancel) => dialogue.WhenAsync(place, request.Digits, cancel));
        Step(voice, Done, (dialogue, place, request, _) => Task.FromResult(dialogue.Done(place, request.Digits)));
    }

    private static void Step(IEndpointRouteBuilder voice, string name, Func<CallbackDialogue, CallbackPlace, VoiceRequest, CancellationToken, Task<object>> step) => voice
        .MapPost(
            $"/{name}/{{language}}/{{node}}",
            async (string language, string node, VoiceRequest request, [FromServices] CallbackDialogue dialogue, [FromServices] WaitingRoom room, CancellationToken cancel) =>
            {
                var at = QueueEndpoints.PlaceOf(language, node, request, dialogue.Content);
                if (!CallId.TryParse(request.CallSid, out var call))
                    return room.NotPossible(at);
                // Without the ticket of this call the dialogue has lost its beginning, which is the wish for a consultant.
                return CallbackPlace.Read(at, call, request.Query, dialogue.Numbers, dialogue.Now) is { } place
                    ? await step(dialogue, place, request, cancel)
                    : await room.EnterAsync(at, call, request.From, cancel);
            })
        .WithName(name);
}
