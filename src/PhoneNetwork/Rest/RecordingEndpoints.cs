using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Recordings: start, pause, go on, stop, read, list, delete.</summary>
internal static class RecordingEndpoints
{
    private const string Current = "Twilio.CURRENT";

    public static void Map(RestRoutes routes)
    {
        routes.Get("/Recordings.json", rest => List(rest, _ => true));
        routes.Get("/Recordings/{recording}.json", rest => Ok(rest, Find(rest, _ => true)));
        routes.Get("/Recordings/{recording}.wav", Audio);
        routes.Delete("/Recordings/{recording}.json", Remove);
        routes.Post("/Calls/{sid}/Recordings.json", Start);
        routes.Get("/Calls/{sid}/Recordings.json", rest => List(rest, OfCall(CallEndpoints.Find(rest))));
        routes.Get("/Calls/{sid}/Recordings/{recording}.json", rest => Ok(rest, Find(rest, OfCall(CallEndpoints.Find(rest)))));
        routes.Post("/Calls/{sid}/Recordings/{recording}.json", rest => Update(rest, OfCall(CallEndpoints.Find(rest))));
        routes.Get("/Conferences/{conference}/Recordings.json", rest => List(rest, OfConference(rest)));
        routes.Get("/Conferences/{conference}/Recordings/{recording}.json", rest => Ok(rest, Find(rest, OfConference(rest))));
        routes.Post("/Conferences/{conference}/Recordings/{recording}.json", rest => Update(rest, OfConference(rest)));
    }

    private static Func<Recording, bool> OfCall(Call call) => recording => recording.CallSid == call.Sid;

    private static Func<Recording, bool> OfConference(RestCall rest)
    {
        var sid = ConferenceEndpoints.Find(rest).Sid;
        return recording => recording.ConferenceSid == sid;
    }

    private static Recording Find(RestCall rest, Func<Recording, bool> belongs)
    {
        var sid = rest.Route("recording");
        var found = sid == Current
            ? rest.Network.Recordings.All.FirstOrDefault(recording => !recording.IsOver && belongs(recording))
            : rest.Network.Recordings.Of(sid);
        return found is not null && belongs(found) ? found : throw RestError.NotFound($"{rest.Base}/Recordings/{sid}.json");
    }

    private static IResult Audio(RestCall rest)
    {
        var recording = Find(rest, _ => true);
        return recording.IsOver && rest.Network.CallOf(recording.CallSid) is { } call
            ? Results.Bytes(CallAudio.Of(call, rest.Network.Pace.Now, recording.Parts).Wave, "audio/x-wav")
            : throw RestError.NotFound($"{rest.Base}/Recordings/{recording.Sid}.wav");
    }

    private static IResult Start(RestCall rest)
    {
        var call = CallEndpoints.Find(rest);
        if (call.Status != "in-progress")
            throw RestError.Bad(21220, "Requested resource is not eligible for recording: the call is not in-progress");
        var order = new RecordingOrder("StartCallRecordingAPI", rest.Form.Callback("RecordingStatusCallback", "completed"))
        {
            Channels = rest.Form.Text("RecordingChannels") == "dual" ? 2 : 1,
        };
        var recording = rest.Network.Recordings.Start(call, order);
        return Results.Json(Resource(rest, recording), RestJson.Default.RecordingResource, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Update(RestCall rest, Func<Recording, bool> belongs)
    {
        var recording = Find(rest, belongs);
        if (recording.IsOver)
            throw RestError.Bad(21220, "The recording is over");
        switch (rest.Form.Text("Status"))
        {
            case "paused": rest.Network.Recordings.Pause(recording); break;
            case "in-progress": rest.Network.Recordings.Resume(recording); break;
            case "stopped": rest.Network.Recordings.Stop(recording); break;
            case var other: throw RestError.Bad(20001, $"Status must be paused, in-progress or stopped, not '{other}'");
        }

        return Ok(rest, recording);
    }

    private static IResult Remove(RestCall rest)
    {
        var recording = Find(rest, _ => true);
        if (!recording.IsOver)
            throw RestError.Bad(20001, "A recording in progress cannot be deleted");
        rest.Network.Recordings.Remove(recording.Sid);
        return Results.NoContent();
    }

    private static IResult List(RestCall rest, Func<Recording, bool> belongs) => RestApi.Page(
        rest, "recordings", rest.Network.Recordings.All.Where(belongs).Select(recording => Resource(rest, recording)), RestJson.Default.RecordingResource);

    private static IResult Ok(RestCall rest, Recording recording) => Results.Json(Resource(rest, recording), RestJson.Default.RecordingResource);

    private static RecordingResource Resource(RestCall rest, Recording recording) => new(
        recording.Sid, rest.AccountSid, "2010-04-01", recording.CallSid, recording.ConferenceSid, RestApi.Date(recording.StartedAt),
        RestApi.Date(recording.UpdatedAt), RestApi.Date(recording.StartedAt), recording.IsOver ? RecordingShelf.SecondsOf(recording) : null,
        recording.Order.Channels, recording.Order.Source, recording.Status, null, null, "USD", recording.Url.AbsoluteUri,
        $"{rest.Base}/Recordings/{recording.Sid}.json");
}
