using Infoline.Prompts;
using Microsoft.Net.Http.Headers;

namespace Infoline.Ivr.Voice.Recordings;

/// <summary>
/// Serves recordings under names that hold the hash of their bytes, so that every cache may keep them for ever
/// (twilio-voice facts, T13). Recordings are public; the network fetches them without a signature.
/// </summary>
internal static class RecordingEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/audio/{language}/{file}", ["GET", "HEAD"], Handle).WithName("audio");

    private static IResult Handle(string language, string file, HttpContext context, LineContent content)
    {
        if (!LanguageCodes.TryParse(language, out var chosen)
            || !file.EndsWith(".wav", StringComparison.Ordinal)
            || file[..^4] is not { } name
            || name.LastIndexOf('.') is not (> 0 and var dot)
            || content.Prompts.FindByHash(chosen, name[..dot], name[(dot + 1)..]) is not { } recording)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        return Results.File(
            recording.Path,
            "audio/wav",
            entityTag: new EntityTagHeaderValue($"\"{recording.ContentHash}\""),
            enableRangeProcessing: true);
    }
}
