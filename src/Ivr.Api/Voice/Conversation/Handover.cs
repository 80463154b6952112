using Infoline.Ivr.Voice.Survey;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>Where a caller goes who leaves a room and is still on the line.</summary>
internal sealed partial class Handover(Reservations reservations, CallQueue queue, ConversationDocuments documents, SurveyDialogue survey, ILogger<Handover> logger)
{
    /// <summary>A caller who was handed on waits again at the old place; for any other the conversation is over, and a survey may follow.</summary>
    public async Task<object> AfterAsync(CallPlace at, CallId call, ReservationId reservation, CancellationToken cancel)
    {
        try
        {
            if (await queue.GetAsync(call, cancel) is { IsQueued: true } waiting)
                return documents.WaitAgain(at, waiting.Ticket);
            await reservations.CompleteAsync(reservation, Party.Consultant, cancel);
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
