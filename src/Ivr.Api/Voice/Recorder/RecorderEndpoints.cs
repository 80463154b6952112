using Infoline.Ivr.Voice.Queue;
using Infoline.Routing;
using Microsoft.AspNetCore.Mvc;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>A caller has heard that conversations are recorded; the network tells what it records.</summary>
internal static class RecorderEndpoints
{
    public const string NoticeStep = "recording";

    public static void Map(IEndpointRouteBuilder voice)
    {
        voice.MapPost($"/{NoticeStep}/{{language}}/{{node}}", Heard).WithName(NoticeStep);
        voice.MapPost("/room/{reservation}/recording", Progress).WithName("room-recording");
    }

    /// <summary>Where the network tells of the recording of a room.</summary>
    public static string ProgressOf(ReservationId reservation) => $"/voice/room/{reservation}/recording";

    private static async Task<object> Heard(
        string language, string node, VoiceRequest request, [FromServices] CallRecorder recorder, [FromServices] RecorderDocuments documents, [FromServices] WaitingRoom room, CancellationToken cancel)
    {
        var at = QueueEndpoints.PlaceOf(language, node, request, room.Content);
        if (!CallId.TryParse(request.CallSid, out var call))
            return room.NotPossible(at);
        var declined = request.Digits is RecorderDocuments.DeclineKey;
        await recorder.ToldAsync(call, declined, cancel);
        return declined ? documents.Declined(at) : await room.EnterAsync(at, call, request.From, cancel);
    }

    private static async Task<IResult> Progress(string reservation, RecordingEvent news, [FromServices] RoomRecordings recordings, CancellationToken cancel)
    {
        if (ReservationId.TryParse(reservation, out var id))
            await recordings.TakeAsync(id, news, cancel);
        return Results.NoContent();
    }
}
