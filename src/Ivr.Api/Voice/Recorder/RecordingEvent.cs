using Microsoft.Extensions.Primitives;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>What the network tells of a recording ("Recording status callback"). Reading is total: what is garbled is empty.</summary>
/// <param name="Sid">The recording's SID.</param>
/// <param name="Status">in-progress, completed or absent.</param>
internal sealed record RecordingEvent(string Sid, string Status)
{
    private const int LongestValue = 64;

    /// <summary>Binds the event of a minimal API handler.</summary>
    public static async ValueTask<RecordingEvent> BindAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new RecordingEvent(Name(form["RecordingSid"]), Name(form["RecordingStatus"]));
    }

    private static string Name(StringValues values) =>
        values is [{ Length: <= LongestValue } value, ..] && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') ? value : "";
}
