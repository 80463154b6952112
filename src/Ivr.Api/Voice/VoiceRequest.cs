using Microsoft.Extensions.Primitives;

namespace Infoline.Ivr.Voice;

/// <summary>The parameters of a webhook that the line uses. Reading them is total: what is missing or garbled is empty.</summary>
/// <param name="CallSid">The network's name of the call; at most 64 characters.</param>
/// <param name="Digits">The keys that were pressed; empty for none.</param>
/// <param name="CallStatus">The state of the call as the network tells it.</param>
/// <param name="CallDuration">The length of a call that has ended, in whole seconds; 0 when not told.</param>
/// <param name="Query">The query of the URL.</param>
internal sealed record VoiceRequest(string CallSid, string Digits, string CallStatus, int CallDuration, IQueryCollection Query)
{
    private const int LongestValue = 64;

    /// <summary>Binds the parameters of a minimal API handler.</summary>
    public static async ValueTask<VoiceRequest> BindAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new VoiceRequest(
            Text(form["CallSid"]),
            Text(form["Digits"]),
            Text(form["CallStatus"]),
            int.TryParse(form["CallDuration"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
            context.Request.Query);
    }

    private static string Text(StringValues values) => values is [{ } value, ..] && value.Length <= LongestValue ? value : "";
}
