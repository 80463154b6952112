using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Telephony;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>Dials the caller of a callback, in the background of the accept.</summary>
internal sealed class CallerDialler(CallControl network, WebhookAddresses addresses, CallbackAttempts attempts, OutboundWork work, IOptionsMonitor<CallbackOptions> options)
{
    /// <param name="card">The reservation of the consultant who waits.</param>
    /// <param name="number">The caller's number. Personal.</param>
    public void Dial(RingCard card, string number) => _ = work.Do(() => attempts.WatchAsync(async cancel =>
    {
        var result = await network.RingAsync(
            number, addresses.Of(card.Path(CallerLegEndpoints.Answered)), addresses.Of(card.Path(CallerLegEndpoints.Progress)), options.CurrentValue.RingTime, cancel);
        switch (result)
        {
            case ControlResult.Done(var leg):
                await attempts.RingsAsync(card, leg, cancel);
                break;
            case ControlResult.Refused:
                await attempts.FailAsync(card, "failed", counts: true, cancel);
                break;
            case ControlResult.Unavailable:
                await attempts.FailAsync(card, "network", counts: false, cancel);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }));
}
