using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>A consultant's device rings, is answered, and accepts; or does not.</summary>
internal static class RingEndpoints
{
    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost("/ring/{reservation}", Answered).WithName("ring");
        voice.MapPost("/ring/{reservation}/accept", Accept).WithName("ring-accept");
        voice.MapPost("/ring/{reservation}/progress", Progress).WithName("ring-progress");
        voice.MapPost("/ring/{reservation}/left", Left).WithName("ring-left");
    }

    /// <summary>A telephone is asked to press 1; a softphone was answered by a person's hand.</summary>
    private static async Task<object> Answered(string reservation, VoiceRequest request, [FromServices] RingDocuments documents, [FromServices] Meeting meeting, [FromServices] CallbackMeeting callback, CancellationToken cancel)
    {
        if (RingCard.Read(reservation, request.Query) is not { } card)
            return HangUp();
        return card.PressToAccept ? documents.AskToAccept(card) : await AcceptAsync(card, request, meeting, callback, cancel);
    }

    private static async Task<object> Accept(string reservation, VoiceRequest request, [FromServices] Meeting meeting, [FromServices] CallbackMeeting callback, CancellationToken cancel) =>
        RingCard.Read(reservation, request.Query) is { } card && request.Digits is "1"
            ? await AcceptAsync(card, request, meeting, callback, cancel)
            : HangUp();

    private static async Task<IResult> Progress(string reservation, VoiceRequest request, [FromServices] LegProgress progress, CancellationToken cancel)
    {
        if (RingCard.Read(reservation, request.Query) is { } card)
            await progress.TakeAsync(card, request.CallSid, request.CallStatus, cancel);
        return Results.NoContent();
    }

    private static Task<VoiceResponse> AcceptAsync(RingCard card, VoiceRequest request, Meeting meeting, CallbackMeeting callback, CancellationToken cancel) =>
        card.Purpose is RingPurpose.Callback ? callback.AcceptAsync(card, request.CallSid, cancel) : meeting.AcceptAsync(card, request.CallSid, cancel);

    /// <summary>The conversation is over for the consultant; a leg that has ended itself is told by its progress.</summary>
    private static async Task<VoiceResponse> Left(string reservation, VoiceRequest request, [FromServices] LegProgress progress, CancellationToken cancel)
    {
        if (ConversationEndpoints.IsOnLine(request) && RingCard.Read(reservation, request.Query) is { } card)
            await progress.LeftRoomAsync(card, cancel);
        return HangUp();
    }

    private static VoiceResponse HangUp()
    {
        var response = new VoiceResponse();
        response.Hangup();
        return response;
    }
}
