using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>Keeps with a conversation what the network tells of its room, for whoever asks for hold, mute or a third party on any node.</summary>
internal sealed class RoomEvents(Reservations reservations, CallQueue queue, CallMover mover)
{
    /// <summary>The events come in any order and more than once; each note is the same whenever it is written.</summary>
    public async Task TakeAsync(ReservationId opened, RoomEvent news, CancellationToken cancel)
    {
        if (news.Conference.Length == 0 || await reservations.GetAsync(opened, cancel) is not { } first)
            return;
        // Hold and the like make sense once the caller is in. An event that comes later than that tells the room too, should the first be lost.
        if (news is not { Event: "conference-start" } and not { Event: "participant-join", Label: not Rooms.Caller })
            await reservations.NoteAsync(opened, ConversationNotes.Room, news.Conference, cancel);

        // A colleague may have taken the caller over; the room keeps the name of the first conversation.
        var current = (await queue.GetAsync(first.Call, cancel))?.Reservation ?? opened;
        switch ((news.Event, news.Label))
        {
            case ("participant-join", Rooms.ThirdParty):
                await reservations.NoteAsync(current, ConversationNotes.ThirdParty, ConversationNotes.Yes, cancel);
                break;
            case ("participant-join", Rooms.Caller):
                await reservations.NoteAsync(opened, ConversationNotes.CallerInRoom, ConversationNotes.Yes, cancel);
                break;
            case ("participant-join", _) when Rooms.ReservationOf(news.Label) is { } joined:
                await WelcomeAsync(joined, cancel);
                break;
            case ("participant-leave", Rooms.ThirdParty):
                await reservations.NoteAsync(current, ConversationNotes.ThirdParty, "", cancel);
                break;
            default:
                break;
        }
    }

    /// <summary>A caller has hung up: a consultant whom they never met in the room would wait there for nobody.</summary>
    public async Task CallerGoneAsync(ReservationId reservation, CancellationToken cancel)
    {
        if (await reservations.GetAsync(reservation, cancel) is { State: ReservationState.Wrapping or ReservationState.Completed, Leg: { } leg, Notes: var notes }
            && notes.ContainsKey(ConversationNotes.InRoom)
            && !notes.ContainsKey(ConversationNotes.CallerInRoom))
        {
            await mover.SendAwayAsync(leg, reservation, cancel);
        }
    }

    /// <summary>A consultant whose conversation ended before they came in would wait for nobody: they hear so and are let go.</summary>
    private async Task WelcomeAsync(ReservationId joined, CancellationToken cancel)
    {
        await reservations.NoteAsync(joined, ConversationNotes.InRoom, ConversationNotes.Yes, cancel);
        if (await reservations.GetAsync(joined, cancel) is { State: not ReservationState.Accepted, Leg: { } leg })
            await mover.SendAwayAsync(leg, joined, cancel);
    }
}
