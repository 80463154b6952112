using System.Globalization;
using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>Moves live calls from what they hear to another step, in the background of the webhook that decided it.</summary>
internal sealed partial class CallMover(CallControl network, WebhookAddresses addresses, OutboundWork work, IHostApplicationLifetime lifetime, ILogger<CallMover> logger)
{
    /// <summary>Brings the caller into the room of a reservation.</summary>
    /// <param name="call">The caller's call.</param>
    /// <param name="card">The reservation.</param>
    /// <param name="onGone">What happens when the caller is no longer there.</param>
    public void Bring(CallId call, RingCard card, Func<Task> onGone) => _ = work.Do(() => DoAsync(async cancel =>
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"/voice/connect/{card.Language.Code()}/{card.Topic}?reservation={card.Reservation}");
        // When the network's REST side is down the next turn of the wait loop brings the caller in.
        if (await network.RedirectAsync(call.Value, addresses.Of(step), cancel) is ControlResult.Refused)
            await onGone();
    }));

    /// <summary>Tells a consultant's leg that the caller is gone, or what else a step of the leg says, and ends it.</summary>
    public Task SendAwayAsync(string leg, RingCard card, string step = "gone") => network.RedirectAsync(leg, addresses.Of(card.Path(step)), lifetime.ApplicationStopping);

    /// <summary>Tells a consultant who has come too late that the caller is gone, and ends their leg.</summary>
    public Task SendAwayAsync(string leg, ReservationId reservation, CancellationToken cancel) =>
        network.RedirectAsync(leg, addresses.Of(string.Create(CultureInfo.InvariantCulture, $"/voice/ring/{reservation}/gone")), cancel);

    /// <summary>Takes a caller out of a room into which their consultant will not come any more.</summary>
    public Task LeadOutAsync(CallId call, RingCard card, CancellationToken cancel) =>
        network.RedirectAsync(call.Value, addresses.Of(ConversationDocuments.AfterPath(CallPlace.Entering(card.Language, card.Topic) with { KeysTold = true }, card.Reservation)), cancel);

    private async Task DoAsync(Func<CancellationToken, Task> move)
    {
        try
        {
            await move(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The node stops; the wait loop of the caller goes on elsewhere.
        }
        catch (Exception fault)
        {
            MoveFailed(logger, fault);
        }
    }

    [LoggerMessage(EventName = "MoveFailed", Level = LogLevel.Error, Message = "A call could not be moved; the wait loop brings it on")]
    private static partial void MoveFailed(ILogger logger, Exception fault);
}
