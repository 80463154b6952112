using Infoline.Ivr.Voice.Ring;
using Infoline.Prompts;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The caller comes into the conversation, and out of it.</summary>
internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost("/connect/{language}/{node}", Connect).WithName("connect");
        voice.MapPost("/after/{language}/{node}", After).WithName("after");
        voice.MapPost("/ring/{reservation}/gone", Gone).WithName("ring-gone");
        voice.MapPost("/room/{reservation}", Room).WithName("room");
        voice.MapPost("/hold/{language}", Hold).WithName("hold");
    }

    /// <summary>The caller was taken out of the wait loop.</summary>
    private static async Task<object> Connect(
        string language, string node, VoiceRequest request, [FromServices] ConversationDocuments documents, [FromServices] Reservations reservations, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request);
        return CallId.TryParse(request.CallSid, out var call) && ReservationId.TryParse(request.Query["reservation"], out var id) && await reservations.GetAsync(id, cancel) is { State: ReservationState.Accepted } reservation
            ? await documents.BringInAsync(at, call, id, reservation.Consultant, cancel)
            : documents.Ended(at);
    }

    /// <summary>The room is closed for the caller, who is still on the line: handed on to the queue, left by the consultant, or through.</summary>
    private static async Task<object> After(
        string language, string node, VoiceRequest request, [FromServices] ConversationDocuments documents, [FromServices] Handover handover, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request);
        return CallId.TryParse(request.CallSid, out var call) && ReservationId.TryParse(request.Query["reservation"], out var id)
            ? await handover.AfterAsync(at, call, id, isOnLine: IsOnLine(request), cancel)
            : documents.Ended(at);
    }

    /// <summary>Somebody came into a room or left it, and the like.</summary>
    private static async Task<IResult> Room(string reservation, RoomEvent news, [FromServices] RoomEvents events, CancellationToken cancel)
    {
        if (ReservationId.TryParse(reservation, out var id))
            await events.TakeAsync(id, news, cancel);
        return Results.NoContent();
    }

    /// <summary>What a caller on hold hears; the network asks again when it is over.</summary>
    private static VoiceResponse Hold(string language, VoiceRequest request, [FromServices] ConversationDocuments documents)
    {
        _ = LanguageCodes.TryParse(language, out var chosen);
        return documents.OnHold(chosen, isFirst: !request.Query.ContainsKey("again"));
    }

    /// <summary>Whether somebody still listens: what comes after a dialled conference is asked for also when the call has ended.</summary>
    internal static bool IsOnLine(VoiceRequest request) => request.CallStatus is "in-progress";

    private static VoiceResponse Gone([FromServices] RingDocuments documents) => documents.CallerGone();

    private static CallPlace PlaceOf(string language, string node, VoiceRequest request)
    {
        _ = LanguageCodes.TryParse(language, out var chosen);
        return CallPlace.Read(chosen, node, request.Query);
    }
}
