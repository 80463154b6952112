using Microsoft.Extensions.Primitives;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>What the network tells of a conference ("Conference status callback events"). Reading is total: what is garbled is empty.</summary>
/// <param name="Conference">The conference's SID.</param>
/// <param name="Event">The event, such as <c>participant-join</c>.</param>
/// <param name="Label">The label of the participant whom it concerns.</param>
internal sealed record RoomEvent(string Conference, string Event, string Label)
{
    private const int LongestValue = 128;

    /// <summary>Binds the event of a minimal API handler.</summary>
    public static async ValueTask<RoomEvent> BindAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new RoomEvent(Name(form["ConferenceSid"]), Name(form["StatusCallbackEvent"]), Name(form["ParticipantLabel"]));
    }

    private static string Name(StringValues values) =>
        values is [{ Length: <= LongestValue } value, ..] && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') ? value : "";
}
