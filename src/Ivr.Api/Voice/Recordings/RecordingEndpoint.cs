using Infoline.Desk.Wording;
using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Infoline.Ivr.Voice.Recordings;

/// <summary>
/// Serves recordings under names that hold the hash of their bytes, so that every cache may keep them for ever
/// ("TwiML Play": the network obeys cache headers). Recordings are public; the network fetches them without a signature.
/// </summary>
internal static class RecordingEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/audio/{language}/{file}", ["GET", "HEAD"], Handle).WithName("audio");

    private static async Task<IResult> Handle(
        HttpContext context, LineContent content, [FromServices] KeptSounds kept, GreetingDocuments greeting, MenuDocuments menu)
    {
        if (AudioAddress.Read(context.Request.Path.Value ?? "") is not { } address)
        {
            return Results.NotFound();
        }

        if (address.IsAnnouncement)
        {
            return await kept.Announcements.FindAsync(address.ContentHash, context.RequestAborted) is { } sound ? Sound(context, sound.ToArray(), address) : Results.NotFound();
        }

        try
        {
            // A recording of a draft or of an earlier version, which somebody compares or a call under way still asks for, is in the database only.
            return content.Texts.FindByHash(address.Language, address.Key, address.ContentHash) is { } recording
                ? Sound(context, await recording.ReadAsync(context.RequestAborted), address)
                : await kept.Prompts.FindAsync(address.ContentHash, context.RequestAborted) is { } wav && PromptSound.Open(address.ContentHash, wav) is { } other
                    ? Sound(context, await other.ReadAsync(context.RequestAborted), address)
                    : Results.NotFound();
        }
        catch (IOException)
        {
            // Gone since the documents were built: from now on its text is said.
            greeting.Refresh();
            menu.Refresh();
            return Results.NotFound();
        }
    }

    private static IResult Sound(HttpContext context, byte[] audio, AudioAddress address)
    {
        context.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(audio, "audio/wav", entityTag: new EntityTagHeaderValue($"\"{address.ContentHash}\""), enableRangeProcessing: true);
    }
}
