using Infoline.Desk.Work;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>
/// Puts a conversation back into a queue that was emptied, from what its desk kept: the consultant is not offered a second call, the desk's
/// buttons work, and the end leads to wrap-up.
/// </summary>
internal sealed partial class ConversationRestoring(CallControl network, Reservations reservations, ILogger<ConversationRestoring> logger)
{
    /// <summary>The desk does not know whether the conversation is lost to the queue or over; the network does.</summary>
    /// <exception cref="RoutingUnavailableException">The queue does not answer.</exception>
    public async Task RestoreAsync(ConsultantId consultant, RunningTalk talk, CancellationToken cancel)
    {
        if (!ReservationId.TryParse(talk.Id, out var id)
            || !await IsOnLineAsync(talk.Leg, cancel)
            || !await IsOnLineAsync(talk.Ticket.Call.Value, cancel)
            || !await reservations.RestoreAsync(id, talk.Ticket, consultant, cancel))
        {
            return;
        }

        await reservations.DialledAsync(id, talk.Leg, cancel);
        foreach (var (name, value) in talk.Notes)
            await reservations.NoteAsync(id, name, value, cancel);
        Restored(logger, id);
    }

    private async Task<bool> IsOnLineAsync(string call, CancellationToken cancel) => await network.StatusOfAsync(call, cancel) is "in-progress";

    [LoggerMessage(EventName = "ConversationRestored", Level = LogLevel.Warning, Message = "The queue had lost conversation {Reservation}; its desk put it back")]
    private static partial void Restored(ILogger logger, ReservationId reservation);
}
