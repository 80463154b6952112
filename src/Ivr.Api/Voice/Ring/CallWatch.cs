using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>Asks the network about calls that have gone silent, so that a lost callback leaves no caller and no consultant behind.</summary>
internal sealed class CallWatch(CallControl network, CallQueue queue)
{
    public async Task LookAfterAsync(HostTask.LookAfter look, CancellationToken cancel)
    {
        // Not known means that the network cannot be asked now: the call is asked about again at the next sweep.
        if (await network.StatusOfAsync(look.Call.Value, cancel) is { } status && IsOver(status))
            await queue.LeaveAsync(look.Call, LeaveReason.HungUp, cancel);
    }

    /// <summary>The final states of a call ("Call resource": status values).</summary>
    public static bool IsOver(string status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";
}
