using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>How the call to a caller goes on, as the network tells it: in any order, twice, or not at all.</summary>
internal sealed class CallerLegProgress(CallbackAttempts attempts, CallQueue queue)
{
    public async Task TakeAsync(RingCard card, string leg, string status, CancellationToken cancel)
    {
        switch (status)
        {
            case "initiated" or "ringing":
                await attempts.RingsAsync(card, leg, cancel);
                break;
            case "busy" or "no-answer" or "failed" or "completed" when await attempts.IsAnotherLegAsync(card, leg, cancel):
                // The end of a second leg says nothing about the first.
                break;
            case "busy" or "no-answer" or "failed":
                await attempts.FailAsync(card, status, counts: true, cancel);
                break;
            case "completed":
                // Who hung up without a key was not reached; who was reached has ended a conversation.
                if (await attempts.FailAsync(card, "no-key", counts: true, cancel) is CallbackFailure.TooLate && CallId.TryParse(leg, out var call))
                    await queue.LeaveAsync(call, LeaveReason.HungUp, cancel);
                break;
            default:
                break;
        }
    }
}
