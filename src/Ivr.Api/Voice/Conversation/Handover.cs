using Infoline.Ivr.Voice.Survey;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>Where a caller goes who leaves a room and is still on the line.</summary>
internal sealed partial class Handover(Reservations reservations, LostConversations lost, ConversationDocuments documents, SurveyDialogue survey, ILogger<Handover> logger)
{
    /// <summary>
    /// A caller who was handed on waits again at the old place, one whose consultant was lost waits first in line; for any other the
    /// conversation is over, and a survey may follow.
    /// </summary>
    /// <param name="at">Where in the menu the caller asked for a consultant.</param>
    /// <param name="call">The call.</param>
    /// <param name="reservation">The reservation after which the room is named.</param>
    /// <param name="isOnLine">Whether the caller still listens.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<object> AfterAsync(CallPlace at, CallId call, ReservationId reservation, bool isOnLine, CancellationToken cancel)
    {
        try
        {
            if (isOnLine && await lost.WaitsAgainAsync(call, reservation, cancel) is { } waiting)
                return waiting.Keeper is null ? documents.WaitAgain(at, waiting.Ticket) : documents.ConsultantLost(at, waiting.Ticket);
            await reservations.CompleteAsync(reservation, isOnLine ? Party.Consultant : Party.Caller, cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            EndNotTold(logger, fault);
        }

        return await survey.OfferAsync(at, call, reservation, cancel) ?? documents.Ended(at);
    }

    [LoggerMessage(EventName = "ConversationEndNotTold", Level = LogLevel.Warning, Message = "The queue could not be told that a conversation has ended; it looks after it by itself")]
    private static partial void EndNotTold(ILogger logger, Exception fault);
}
