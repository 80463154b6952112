using Infoline.PhoneNetwork.Conferences;
using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Conferences: read, list, end, announce.</summary>
internal static class ConferenceEndpoints
{
    private static readonly HashSet<string> AnnouncementVerbs = new(["Play", "Say", "Pause"], StringComparer.Ordinal);

    public static void Map(RestRoutes routes)
    {
        routes.Get("/Conferences.json", List);
        routes.Get("/Conferences/{conference}.json", call => Ok(call, Find(call)));
        routes.Post("/Conferences/{conference}.json", Update);
    }

    /// <summary>The conference in the path, by its SID.</summary>
    /// <exception cref="RestError">There is none.</exception>
    public static Conference Find(RestCall rest) => rest.Network.Conferences.Of(rest.Route("conference"))
        ?? throw RestError.NotFound($"{rest.Base}/Conferences/{rest.Route("conference")}.json");

    /// <summary>Fetches a document and plays it to everybody in a conference, or to one.</summary>
    public static void Announce(RestCall rest, Conference room, Participant? only)
    {
        if (rest.Form.Document("AnnounceUrl", "AnnounceMethod") is not { } source)
            return;
        var network = rest.Network;
        KeyValuePair<string, string>[] fields = [new("ConferenceSid", room.Sid), new("FriendlyName", room.Name)];
        var request = only is null
            ? new WebhookRequest(source.Url, source.Method, [.. fields, new("AccountSid", rest.AccountSid)], network.Options.AuthToken, "document", null)
            : network.Ask(only.Call, source with { Extra = [.. fields.Select(field => (field.Key, field.Value))] }, "document");
        network.Launch(async () =>
        {
            try
            {
                room.Announce(TwimlDocument.From(await network.Webhooks.SendAsync(request, CancellationToken.None), source.Url, AnnouncementVerbs), source.Url, only);
            }
            catch (DocumentFailed failure)
            {
                network.Fault(only?.Call, failure.Code, failure.Message);
                room.AnnouncementFailed(source.Url, failure.Message, only);
            }
        });
    }

    private static IResult Update(RestCall rest)
    {
        var room = Find(rest);
        switch (rest.Form.Text("Status"))
        {
            case "completed": room.End(); break;
            case "": break;
            case var other: throw RestError.Bad(20001, $"Status must be completed, not {other}");
        }

        Announce(rest, room, null);
        return Ok(rest, room);
    }

    private static IResult List(RestCall rest)
    {
        // What happened a moment ago does not show yet.
        var seen = rest.Network.Pace.Now - rest.Network.Options.ConferenceListLag;
        var (name, status) = (rest.Form.Text("FriendlyName"), rest.Form.Text("Status"));
        return RestApi.Page(
            rest, "conferences",
            rest.Network.Conferences.All.Where(room => room.CreatedAt <= seen && (name.Length == 0 || room.Name == name))
                .Select(room => Resource(rest, room, room.StatusAt(seen))).Where(room => status.Length == 0 || room.Status == status),
            RestJson.Default.ConferenceResource);
    }

    private static IResult Ok(RestCall rest, Conference room) => Results.Json(Resource(rest, room, room.Status), RestJson.Default.ConferenceResource);

    private static ConferenceResource Resource(RestCall rest, Conference room, string status)
    {
        var uri = $"{rest.Base}/Conferences/{room.Sid}";
        var isOver = status == "completed";
        return new ConferenceResource(
            room.Sid, rest.AccountSid, room.Name, status, "ie1", "2010-04-01", RestApi.Date(room.CreatedAt), RestApi.Date(room.UpdatedAt),
            isOver ? room.ReasonEnded : null, isOver ? room.CallSidEnding : null, $"{uri}.json",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["participants"] = $"{uri}/Participants.json",
                ["recordings"] = $"{uri}/Recordings.json",
            });
    }
}
