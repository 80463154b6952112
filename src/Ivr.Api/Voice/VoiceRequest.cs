using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Infoline.Ivr.Voice;

/// <summary>The parameters of a webhook that the line uses. Reading them is total: what is missing or garbled is empty.</summary>
/// <param name="CallSid">The network's name of the call: at most 64 letters and digits, so that it may stand in a log.</param>
/// <param name="From">
/// The number of the person on the line in E.164, whether they called or were called; or what the network sends for a withheld one. Personal: never logged.
/// </param>
/// <param name="Digits">The keys that were pressed; empty for none.</param>
/// <param name="CallStatus">The state of the call as the network tells it, in lower-case letters and hyphens.</param>
/// <param name="CallDuration">The length of a call that has ended, in whole seconds; 0 when not told.</param>
/// <param name="ErrorUrl">For the fallback webhook: the URL that failed; empty for any other.</param>
/// <param name="Query">The query of the URL.</param>
internal sealed record VoiceRequest(string CallSid, string From, string Digits, string CallStatus, int CallDuration, string ErrorUrl, IQueryCollection Query)
{
    private const int LongestValue = 64;
    private const int LongestUrl = 2000;

    /// <summary>Binds the parameters of a minimal API handler.</summary>
    public static async ValueTask<VoiceRequest> BindAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new VoiceRequest(
            Name(form["CallSid"]),
            // A call that the line has made is from the line itself ("Call resource": Direction).
            Text(form["Direction"], LongestValue).StartsWith("outbound", StringComparison.Ordinal) ? Text(form["To"], LongestValue) : Text(form["From"], LongestValue),
            Text(form["Digits"], LongestValue),
            Status(form["CallStatus"]),
            int.TryParse(form["CallDuration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
            Text(form["ErrorUrl"], LongestUrl),
            context.Request.Query);
    }

    private static string Text(StringValues values, int longest) => values is [{ } value, ..] && value.Length <= longest ? value : "";

    private static string Name(StringValues values) => Text(values, LongestValue) is var text && text.All(char.IsAsciiLetterOrDigit) ? text : "";

    private static string Status(StringValues values) =>
        Text(values, LongestValue) is var text && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? text : "";
}
