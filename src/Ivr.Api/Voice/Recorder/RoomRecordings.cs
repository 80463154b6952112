using Infoline.Ivr.Voice.Conversation;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>Keeps with a call what the network records of its room, and tells the desk of whoever talks there.</summary>
internal sealed class RoomRecordings(Reservations reservations, CallQueue queue, CallRecorder recorder)
{
    /// <param name="opened">The reservation after which the room is named.</param>
    /// <param name="news">What the network tells.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task TakeAsync(ReservationId opened, RecordingEvent news, CancellationToken cancel)
    {
        if (news.Sid.Length == 0 || await reservations.GetAsync(opened, cancel) is not { } first)
            return;
        switch (news.Status)
        {
            case "in-progress":
                await recorder.BeganAsync(first.Call, news.Sid, cancel);
                break;
            case "completed" or "absent":
                await recorder.EndedAsync(first.Call, news.Sid, cancel);
                break;
            default:
                return;
        }

        // The note is the bell of the desk; what it says of the recording is read from the call.
        var current = (await queue.GetAsync(first.Call, cancel))?.Reservation ?? opened;
        await reservations.NoteAsync(current, ConversationNotes.Recording, news.Status, cancel);
    }
}
