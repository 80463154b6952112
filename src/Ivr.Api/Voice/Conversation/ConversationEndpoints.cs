using Infoline.Ivr.Voice.Documents;
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
    }

    /// <summary>The caller was taken out of the wait loop.</summary>
    private static async Task<object> Connect(
        string language, string node, VoiceRequest request, [FromServices] ConversationDocuments documents, [FromServices] Reservations reservations, CancellationToken cancel)
    {
        var at = PlaceOf(language, node, request);
        return ReservationId.TryParse(request.Query["reservation"], out var id) && await reservations.GetAsync(id, cancel) is { State: ReservationState.Accepted } reservation
            ? await documents.BringInAsync(at, id, reservation.Consultant, cancel)
            : documents.Ended(at);
    }

    /// <summary>The room is closed for the caller, who is still on the line.</summary>
    private static async Task<VoiceDocument> After(
        string language, string node, VoiceRequest request, [FromServices] ConversationDocuments documents, [FromServices] Reservations reservations, CancellationToken cancel)
    {
        if (ReservationId.TryParse(request.Query["reservation"], out var id))
            await reservations.CompleteAsync(id, Party.Consultant, cancel);
        return documents.Ended(PlaceOf(language, node, request));
    }

    private static VoiceResponse Gone([FromServices] RingDocuments documents) => documents.CallerGone();

    private static CallPlace PlaceOf(string language, string node, VoiceRequest request)
    {
        _ = LanguageCodes.TryParse(language, out var chosen);
        return CallPlace.Read(chosen, node, request.Query);
    }
}
