using Infoline.PhoneNetwork.Conferences;
using Infoline.PhoneNetwork.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Participants of a conference: call somebody into it, mute, hold, coach, announce, throw out.</summary>
internal static class ParticipantEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post("/Conferences/{conference}/Participants.json", Create);
        routes.Get("/Conferences/{conference}/Participants.json", List);
        routes.Get("/Conferences/{conference}/Participants/{participant}.json", rest => Ok(rest, Find(rest)));
        routes.Post("/Conferences/{conference}/Participants/{participant}.json", Update);
        routes.Delete("/Conferences/{conference}/Participants/{participant}.json", Remove);
    }

    private static (Conference Room, Participant Participant) Find(RestCall rest)
    {
        // Only live conferences have participants here; what was is not kept.
        if (rest.Network.Conferences.Open(rest.Route("conference")) is { IsOver: false } room && room.Find(rest.Route("participant")) is { } participant)
            return (room, participant);
        throw RestError.NotFound($"{rest.Base}/Conferences/{rest.Route("conference")}/Participants/{rest.Route("participant")}.json");
    }

    private static IResult Create(RestCall rest)
    {
        var network = rest.Network;
        var named = rest.Route("conference");
        if (network.Conferences.Of(named) is { IsOver: true } || (IsSid(named) && network.Conferences.Of(named) is null))
            throw RestError.NotFound($"{rest.Base}/Conferences/{named}.json");
        var outgoing = CallEndpoints.ReadOutgoing(rest, rest.Form.Text("To")) with { AlwaysBuffered = true };
        var entry = ReadEntry(rest, network.Conferences.Of(named)?.Name ?? named);
        var timeLimit = rest.Form.Seconds("TimeLimit", 14_400, 1, 86_400);
        var call = CallEndpoints.Open(rest, outgoing);
        var (room, participant, refusal) = network.Conferences.Enter(call, entry);
        if (participant is null)
        {
            network.End(call, "failed");
            throw RestError.Bad(refusal!.Code, refusal.Problem);
        }

        CallEndpoints.Begin(rest, call, run => LiveAsync(run, outgoing, room, participant, timeLimit));
        return Results.Json(Resource(rest, room, participant), RestJson.Default.ParticipantResource, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<string> LiveAsync(CallRun run, OutgoingCall outgoing, Conference room, Participant me, TimeSpan timeLimit)
    {
        try
        {
            await outgoing.RingAsync(run);
            await new ConferenceStay(run, me.Entry, timeLimit, hangupOnStar: false).StayAsync(room, me);
            return "completed";
        }
        catch (LiveUpdate update)
        {
            return await run.DocumentsAsync(update.Document);
        }
        catch (CallOver over)
        {
            // The callback tells how the call ended, so it ends first.
            run.Network.End(run.Call, over.Status);
            room.Leave(me, "participant_add_failed");
            return over.Status;
        }
    }

    private static IResult Update(RestCall rest)
    {
        var (room, participant) = Find(rest);
        var form = rest.Form;
        var coached = form.Text("CallSidToCoach");
        if (form.Flag("Coaching") is true && (coached.Length == 0 || room.Find(coached) is null))
            throw RestError.Bad(13240, "The call to coach is not in this conference");
        room.Change(participant, new ParticipantChange
        {
            Muted = form.Flag("Muted"),
            OnHold = form.Flag("Hold"),
            HoldMusic = form.Has("HoldUrl") ? Music(form.Document("HoldUrl", "HoldMethod", "GET")) : null,
            Wait = form.Has("WaitUrl") ? Music(form.Document("WaitUrl", "WaitMethod")) : null,
            BeepOnExit = form.Flag("BeepOnExit"),
            EndsOnExit = form.Flag("EndConferenceOnExit"),
            Coaching = form.Flag("Coaching"),
            Coaches = coached.Length > 0 ? coached : null,
        });
        ConferenceEndpoints.Announce(rest, room, participant);
        return Ok(rest, (room, participant));
    }

    private static WaitMusic Music(DocumentSource.FromUrl? source) => WaitMusic.Of(isGiven: true, source?.Url, source?.Method ?? HttpMethod.Post);

    private static IResult Remove(RestCall rest)
    {
        var (room, participant) = Find(rest);
        if (participant.JoinedAt is null)
            participant.Call.Mailbox.Post(new Signal.HungUp("api", "canceled"));
        else
            room.Kick(participant);
        return Results.NoContent();
    }

    private static IResult List(RestCall rest)
    {
        if (rest.Network.Conferences.Open(rest.Route("conference")) is not { } room)
            throw RestError.NotFound($"{rest.Base}/Conferences/{rest.Route("conference")}.json");
        var form = rest.Form;
        return RestApi.Page(
            rest, "participants",
            room.Participants.Where(p => (form.Flag("Muted") ?? p.Muted) == p.Muted && (form.Flag("Hold") ?? p.OnHold) == p.OnHold)
                .Select(participant => Resource(rest, room, participant)),
            RestJson.Default.ParticipantResource);
    }

    private static ConferenceEntry ReadEntry(RestCall rest, string name)
    {
        var form = rest.Form;
        var beep = form.Text("Beep") is { Length: > 0 } given ? given : "true";
        var label = form.Text("Label");
        if (label.Length > 128)
            throw RestError.Bad(20001, "Label is longer than 128 characters");
        var records = form.Text("ConferenceRecord") is "true" or "record-from-start";
        return new ConferenceEntry(name)
        {
            Muted = form.Flag("Muted") ?? false,
            BeepOnEnter = beep is "true" or "onEnter",
            BeepOnExit = beep is "true" or "onExit",
            StartOnEnter = form.Flag("StartConferenceOnEnter") ?? true,
            EndOnExit = form.Flag("EndConferenceOnExit") ?? false,
            Label = label,
            Wait = form.Has("WaitUrl") ? Music(form.Document("WaitUrl", "WaitMethod")) : WaitMusic.Vendors,
            Coaches = form.Flag("Coaching") is true ? form.Text("CallSidToCoach") : null,
            Recording = records ? new RecordingOrder("Conference", form.Callback("ConferenceRecordingStatusCallback", "completed")) : null,
            Callback = form.Callback("ConferenceStatusCallback", "start", "end"),
        };
    }

    private static bool IsSid(string text) => text is ['C', 'F', ..] && text.Length == 34;

    private static IResult Ok(RestCall rest, (Conference Room, Participant Participant) found) =>
        Results.Json(Resource(rest, found.Room, found.Participant), RestJson.Default.ParticipantResource);

    private static ParticipantResource Resource(RestCall rest, Conference room, Participant participant) => new(
        rest.AccountSid, participant.Call.Sid, participant.Label.Length > 0 ? participant.Label : null, participant.Coaches, participant.Coaches is not null,
        room.Sid, RestApi.Date(participant.JoinedAt ?? participant.Call.CreatedAt), RestApi.Date(participant.UpdatedAt), participant.EndsOnExit,
        participant.Muted, participant.OnHold, participant.Entry.StartOnEnter,
        participant.JoinedAt is not null ? "connected" : participant.Call.Status switch { "queued" => "queued", "initiated" => "connecting", "ringing" => "ringing", _ => "complete" },
        "0", $"{rest.Base}/Conferences/{room.Sid}/Participants/{participant.Call.Sid}.json");
}
