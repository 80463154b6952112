using Infoline.Desk.Work;

namespace Infoline.Ivr.Conversations;

/// <summary>Does what a consultant asks for in a conversation.</summary>
internal sealed class ConversationActs(QueueActs inQueue, LineActs onLine, HandingOn handingOn, RecordingActs recording, PageMessages pages)
{
    public Task<ActOutcome> DoAsync(LiveConversation live, ConversationAct act, CancellationToken cancel) => act switch
    {
        ConversationAct.Answer => Task.FromResult(QueueActs.Answered(live)),
        ConversationAct.Refuse refuse => inQueue.RefuseAsync(live, refuse.Reason, cancel),
        ConversationAct.FinishWrapUp => inQueue.FinishAsync(live, cancel),
        ConversationAct.ExtendWrapUp => inQueue.ExtendAsync(live, cancel),
        ConversationAct.Note note => inQueue.NoteAsync(live, note, cancel),
        ConversationAct.Hold => onLine.HoldAsync(live, hold: true, cancel),
        ConversationAct.Resume => onLine.HoldAsync(live, hold: false, cancel),
        ConversationAct.Mute mute => onLine.MuteAsync(live, mute.On, cancel),
        ConversationAct.AddThirdParty third => onLine.InviteAsync(live, third.Number, cancel),
        ConversationAct.RemoveThirdParty => onLine.DismissAsync(live, cancel),
        ConversationAct.SendPage page => pages.SendAsync(live, page.Topic, cancel),
        ConversationAct.HangUp => onLine.HangUpAsync(live, cancel),
        ConversationAct.TransferToQueue queue => handingOn.ToQueueAsync(live, queue.Language, queue.Topic, cancel),
        ConversationAct.TransferToColleague colleague => handingOn.ToColleagueAsync(live, colleague.Colleague, cancel),
        ConversationAct.Consult consult => handingOn.ConsultAsync(live, consult.Colleague, cancel),
        ConversationAct.CompleteTransfer => handingOn.CompleteAsync(live, cancel),
        ConversationAct.EndConsultation => handingOn.EndConsultationAsync(live, cancel),
        ConversationAct.PauseRecording pause => recording.PauseAsync(live, pause.On, cancel),
        ConversationAct.AskForHelp help => inQueue.AskForHelpAsync(live, help.On, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
