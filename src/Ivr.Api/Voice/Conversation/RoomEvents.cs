using Infoline.Routing;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>Keeps with a conversation what the network tells of its room, for whoever asks for hold, mute or a third party on any node.</summary>
internal sealed class RoomEvents(Reservations reservations, CallQueue queue)
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
            case ("participant-leave", Rooms.ThirdParty):
                await reservations.NoteAsync(current, ConversationNotes.ThirdParty, "", cancel);
                break;
            default:
                break;
        }
    }
}
