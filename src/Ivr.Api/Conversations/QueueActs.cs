using Infoline.Desk.Work;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>Acts that only the queue has to know of.</summary>
internal sealed class QueueActs(Reservations reservations, HelpRequests help, NoteProtection notes)
{
    private static readonly TimeSpan MoreWrapUp = TimeSpan.FromMinutes(1);

    /// <summary>The softphone of the page answers by itself; here is only told whether it still makes sense.</summary>
    public static ActOutcome Answered(LiveConversation live) =>
        live.Reservation.State is ReservationState.Pending or ReservationState.Accepted ? ActOutcome.Done : ActOutcome.TooLate;

    public async Task<ActOutcome> RefuseAsync(LiveConversation live, string reason, CancellationToken cancel) =>
        Told(await reservations.RejectAsync(live.Reservation.Id, RefusalReasons.All.Contains(reason, StringComparer.Ordinal) ? reason : null, cancel), ReservationState.Rejected);

    public async Task<ActOutcome> FinishAsync(LiveConversation live, CancellationToken cancel) =>
        Told(await reservations.FinishWrapUpAsync(live.Reservation.Id, cancel), ReservationState.Completed);

    public async Task<ActOutcome> ExtendAsync(LiveConversation live, CancellationToken cancel) =>
        Told(await reservations.ExtendWrapUpAsync(live.Reservation.Id, MoreWrapUp, cancel), ReservationState.Wrapping);

    public async Task<ActOutcome> NoteAsync(LiveConversation live, ConversationAct.Note note, CancellationToken cancel)
    {
        await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.Outcome, note.Outcome ?? "", cancel);
        await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.Text, notes.Write(note.Notes), cancel);
        return ActOutcome.Done;
    }

    /// <summary>Every supervisor's board shows it; the one who takes it is shown here.</summary>
    public async Task<ActOutcome> AskForHelpAsync(LiveConversation live, bool on, CancellationToken cancel) =>
        await help.AskAsync(live.Reservation.Id, on, cancel) ? ActOutcome.Done : ActOutcome.TooLate;

    private static ActOutcome Told(ReservationResult result, ReservationState wanted) => result.Applied || result.State == wanted ? ActOutcome.Done : ActOutcome.TooLate;
}
