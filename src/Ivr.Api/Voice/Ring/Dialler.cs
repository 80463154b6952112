using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>Rings a consultant's device for a reservation, and stops.</summary>
internal sealed class Dialler(CallControl network, WebhookAddresses addresses, Reservations reservations, LineContent content, IOptionsMonitor<RoutingOptions> options)
{
    public async Task RingAsync(HostTask.Ring ring, CancellationToken cancel)
    {
        var card = RingCard.Of(ring, content.Menu.Find(ring.Topic)?.Id ?? content.Menu.Start.Id);
        var result = await network.RingAsync(
            ring.Device,
            addresses.Of(card.Path("")),
            addresses.Of(card.Path("progress")),
            options.CurrentValue.RingTime,
            cancel);
        switch (result)
        {
            case ControlResult.Done(var leg):
                if (!(await reservations.DialledAsync(ring.Reservation, leg, cancel)).Applied)
                    await network.HangUpAsync(leg, cancel);
                break;
            case ControlResult.Refused:
                await reservations.CancelAsync(ring.Reservation, "device", cancel);
                break;
            case ControlResult.Unavailable:
                await reservations.WithdrawAsync(ring.Reservation, cancel);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async Task StopAsync(HostTask.StopRinging stop, CancellationToken cancel)
    {
        // Without a leg it was not dialled yet; whoever dials it learns that the reservation is over and hangs up.
        if (stop.Leg is { } leg)
            await network.HangUpAsync(leg, cancel);
    }
}
