using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Documents;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>
/// A caller's way through the queue: asks the queue, and answers with what the caller hears. Whatever the queue says, and when it
/// says nothing, there is a next step.
/// </summary>
internal sealed partial class WaitingRoom(QueueDesk desk, WaitDocuments documents, AgentDocuments agent, ConversationDocuments conversation, ILogger<WaitingRoom> logger)
{
    public LineContent Content => desk.Content;

    public DateTimeOffset Now => desk.Now;

    /// <summary>Whether consultants answer at this hour.</summary>
    public bool IsOpen => Content.Hours.At(Now) is not LineState.Closed;

    /// <summary>The caller asks for a consultant for the first time, or comes back.</summary>
    public async Task<object> EnterAsync(CallPlace at, CallId call, string from, CancellationToken cancel)
    {
        var ticket = desk.TicketFor(at, call, from);
        var place = WaitPlace.Entering(at, ticket);
        if (documents.OutOfHours(place, Content.Hours, Now) is { } closed)
            return closed;

        try
        {
            return await desk.Queue.JoinAsync(ticket, cancel) switch
            {
                JoinResult.Joined { State: CallState.Connected connected } => await conversation.BringInAsync(At(place), call, connected.Reservation, connected.Consultant, cancel),
                JoinResult.Joined joined => await ArrivedAsync(place with { Ticket = joined.Ticket }, joined, at.Ticket is not null, cancel),
                JoinResult.Refused(var reason) => documents.Refuse(place, CallbackOffers.Instead(reason)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (RoutingUnavailableException fault)
        {
            QueueDown(logger, fault);
            return documents.Refuse(place, CallbackOffers.WhenDown);
        }
    }

    /// <summary>One turn of the loop: a sign of life, and what the key leads to.</summary>
    public async Task<object> TurnAsync(WaitPlace place, string digits, CancellationToken cancel)
    {
        try
        {
            var state = await desk.Queue.WaitAsync(place.Ticket, cancel);
            if (state is CallState.Connected connected)
                return await conversation.BringInAsync(At(place), place.Ticket.Call, connected.Reservation, connected.Consultant, cancel);
            if (state is CallState.Gone)
                return await EnterAsync(At(place) with { Ticket = place.Ticket.ToString() }, place.Ticket.Call, "", cancel);

            var news = desk.News(state);
            switch (WaitTurn.Decide(place, news, digits, Now))
            {
                case WaitTurn.Stay stay:
                    await desk.TakeWishesAsync(place.Ticket, stay.Place.Ticket, cancel);
                    return documents.Turn(stay);
                case WaitTurn.CallMeBack(var from):
                    return WaitDocuments.GoTo(from, CallbackEndpoints.Begin);
                case WaitTurn.Menu(var from):
                    await desk.Queue.LeaveAsync(from.Ticket.Call, LeaveReason.ToMenu, cancel);
                    desk.NoteReturn(from, from.Node);
                    return documents.LeaveForMenu(from, desk.NodeOf(from.Node));
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (RoutingUnavailableException fault)
        {
            // The place is in the ticket: the caller waits on, and the first turn after the store is back puts it there again.
            QueueDown(logger, fault);
            return digits is "1" ? WaitDocuments.GoTo(place, CallbackEndpoints.Begin) : documents.Turn(WaitTurn.WithoutNews(place));
        }
    }

    /// <summary>After a refusal the keys mean what they mean everywhere; silence leads back to where the caller asked.</summary>
    public object AfterRefusal(WaitPlace place, string digits) => digits switch
    {
        "1" => WaitDocuments.GoTo(place, CallbackEndpoints.Begin),
        "0" or "9" => WaitDocuments.GoTo(place, QueueEndpoints.AgentStep),
        "#" => BackTo(Content.Menu.Start, place),
        _ => BackTo(desk.NodeOf(place.Node), place, unheard: digits.Length == 0),
    };

    private VoiceDocument BackTo(MenuNode node, WaitPlace place, bool unheard = false)
    {
        desk.NoteReturn(place, node.Id);
        return documents.BackToMenu(place, node, unheard);
    }

    /// <summary>A webhook without the name of a call: nothing can be queued; the caller hears where else to turn.</summary>
    public object NotPossible(CallPlace at) => agent.NotPossible(desk.NodeOf(at.Node), at);

    private static CallPlace At(WaitPlace place) => place.InMenu(place.Node);

    private async Task<Twilio.TwiML.VoiceResponse> ArrivedAsync(WaitPlace place, JoinResult.Joined joined, bool fromMenu, CancellationToken cancel)
    {
        var why = joined.Resumed switch
        {
            Resumed.Place => QueuePrompts.Returned,
            Resumed.Callback => QueuePrompts.CallbackReplaced,
            _ => fromMenu ? QueuePrompts.Back : QueuePrompts.Joined,
        };
        await desk.KeepPathAsync(place, cancel);
        await desk.NoteToldAsync(joined.State, place.Ticket, cancel);
        return documents.Arrive(place, desk.News(joined.State), why, Now);
    }

    [LoggerMessage(EventName = "QueueDown", Level = LogLevel.Error, Message = "The queue does not answer; the caller waits on, or is led to the recordings")]
    private static partial void QueueDown(ILogger logger, Exception fault);
}
