using System.Collections;
using System.Diagnostics;

namespace Infoline.Ivr.Voice;

/// <summary>Puts the call's name on everything that is logged and traced while one of its webhooks is answered.</summary>
internal static class CallScope
{
    private const string TraceTag = "infoline.call.sid";

    public static IDisposable? Begin(ILogger logger, EndpointFilterInvocationContext context)
    {
        if (Sid(context) is not { Length: > 0 } callSid)
        {
            return null;
        }

        if (Activity.Current is { IsAllDataRequested: true } trace)
        {
            trace.SetTag(TraceTag, callSid);
        }

        return logger.BeginScope(new Scope(callSid));
    }

    private static string? Sid(EndpointFilterInvocationContext context)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is VoiceRequest request)
            {
                return request.CallSid;
            }
        }

        return null;
    }

    private sealed class Scope(string callSid) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;

        public KeyValuePair<string, object?> this[int index] =>
            index == 0 ? new("CallSid", callSid) : throw new ArgumentOutOfRangeException(nameof(index), index, "There is one value.");

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
        }

        public override string ToString() => "CallSid:" + callSid;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
