using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
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
        string language, string file, HttpContext context, LineContent content, GreetingDocuments greeting, MenuDocuments menu)
    {
        if (!LanguageCodes.TryParse(language, out var chosen)
            || !file.EndsWith(".wav", StringComparison.Ordinal)
            || file[..^4] is not { } name
            || name.LastIndexOf('.') is not (> 0 and var dot)
            || content.Prompts.FindByHash(chosen, name[..dot], name[(dot + 1)..]) is not { } recording)
        {
            return Results.NotFound();
        }

        byte[] audio;
        try
        {
            audio = await recording.ReadAsync(context.RequestAborted);
        }
        catch (IOException)
        {
            // Gone since the documents were built: from now on its text is said.
            greeting.Refresh();
            menu.Refresh();
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(
            audio,
            "audio/wav",
            entityTag: new EntityTagHeaderValue($"\"{recording.ContentHash}\""),
            enableRangeProcessing: true);
    }
}
