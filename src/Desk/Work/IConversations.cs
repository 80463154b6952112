using Infoline.Desk.Accounts;
using Infoline.Prompts;

namespace Infoline.Desk.Work;

/// <summary>
/// The telephone side of a consultant's desk; the host implements it. The desk shows what <see cref="FindAsync"/> gives, offers what
/// <see cref="Conversation.Can"/> names, and asks for acts. After a reload, or in another window, the same conversation is found again. The page
/// keeps only what an emptied queue would have to be told of a conversation that goes on.
/// </summary>
public interface IConversations
{
    /// <summary>The call that rings, runs or is wrapped up at a consultant; null for none. Texts are in the current UI culture.</summary>
    /// <param name="consultant">Whose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Conversation?> FindAsync(AccountId consultant, CancellationToken cancellationToken);

    /// <summary>Calls back after each change of what <see cref="FindAsync"/> gives, on any thread, until disposed. A change on any node counts.</summary>
    /// <param name="consultant">Whose.</param>
    /// <param name="changed">What to call; must not block.</param>
    IDisposable Follow(AccountId consultant, Action changed);

    /// <summary>Does what the consultant asks for. Repeating an act is harmless; an act of a conversation that is over is <see cref="ActOutcome.TooLate"/>.</summary>
    /// <param name="consultant">Who asks.</param>
    /// <param name="conversation">The conversation that the page showed.</param>
    /// <param name="act">What to do.</param>
    /// <param name="cancellationToken">Ends the wait for an answer, not the act.</param>
    Task<ActOutcome> ActAsync(AccountId consultant, string conversation, ConversationAct act, CancellationToken cancellationToken);

    /// <summary>The queue was emptied while the consultant talked: puts the conversation back, if both are still on the line.</summary>
    /// <param name="consultant">Whose; signed in to the queue again.</param>
    /// <param name="talk">What the page kept of the conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RestoreAsync(AccountId consultant, RunningTalk talk, CancellationToken cancellationToken);

    /// <summary>Where callers can be handed on to, and the outcomes to choose from. Texts are in the current UI culture.</summary>
    /// <param name="consultant">Who asks; not among the colleagues.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ConversationChoices> ChoicesAsync(AccountId consultant, CancellationToken cancellationToken);
}

/// <summary>What became of an act.</summary>
public enum ActOutcome
{
    /// <summary>It is done, or was done before.</summary>
    Done,

    /// <summary>The conversation is no longer where the act makes sense.</summary>
    TooLate,

    /// <summary>The other side of the act (a colleague, a number) cannot be reached now.</summary>
    Unreachable,

    /// <summary>The telephone network or the queue does not answer; try again.</summary>
    Unavailable,
}

/// <summary>Everything that a consultant can ask for in a conversation.</summary>
public abstract record ConversationAct
{
    private ConversationAct()
    {
    }

    /// <summary>The act by its stable name, for the audit.</summary>
    public string Name => GetType().Name;

    /// <summary>Takes the ringing call.</summary>
    public sealed record Answer : ConversationAct;

    /// <summary>Sends the ringing call to the next consultant; the caller keeps the place.</summary>
    /// <param name="Reason">One of <see cref="RefusalReasons"/>.</param>
    public sealed record Refuse(string Reason) : ConversationAct;

    /// <summary>Lets the caller hear music.</summary>
    public sealed record Hold : ConversationAct;

    /// <summary>Takes the caller back from hold.</summary>
    public sealed record Resume : ConversationAct;

    /// <summary>Nobody hears the consultant, or hears them again.</summary>
    public sealed record Mute(bool On) : ConversationAct;

    /// <summary>Hands the caller on to a language or topic, at the original time.</summary>
    public sealed record TransferToQueue(Language Language, string? Topic) : ConversationAct;

    /// <summary>Hands the caller on to a colleague without a word before.</summary>
    public sealed record TransferToColleague(AccountId Colleague) : ConversationAct;

    /// <summary>Holds the caller and rings a colleague for a private word.</summary>
    public sealed record Consult(AccountId Colleague) : ConversationAct;

    /// <summary>The colleague of the private word takes the caller.</summary>
    public sealed record CompleteTransfer : ConversationAct;

    /// <summary>Ends the private word and goes back to the caller.</summary>
    public sealed record EndConsultation : ConversationAct;

    /// <summary>Rings somebody else, such as an interpreter, into the conversation.</summary>
    /// <param name="Number">As typed; the host checks it. Personal: never logged.</param>
    public sealed record AddThirdParty(string Number) : ConversationAct
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(AddThirdParty);
    }

    /// <summary>Lets the third party go.</summary>
    public sealed record RemoveThirdParty : ConversationAct;

    /// <summary>Sends the caller the page of a topic by text message.</summary>
    /// <param name="Topic">The node of the menu, for which a page is set.</param>
    public sealed record SendPage(string Topic) : ConversationAct;

    /// <summary>Ends the conversation.</summary>
    public sealed record HangUp : ConversationAct;

    /// <summary>Wrap-up is done.</summary>
    public sealed record FinishWrapUp : ConversationAct;

    /// <summary>Wrap-up needs another minute.</summary>
    public sealed record ExtendWrapUp : ConversationAct;

    /// <summary>Keeps notes and outcome; asked for while typing pauses, so nothing is lost.</summary>
    /// <param name="Notes">Up to 4,000 characters.</param>
    /// <param name="Outcome">The code of an outcome, or null.</param>
    public sealed record Note(string Notes, string? Outcome) : ConversationAct
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Note);
    }

    /// <summary>Stops or goes on recording, for example while a caller tells sensitive data.</summary>
    public sealed record PauseRecording(bool On) : ConversationAct;

    /// <summary>Raises or lowers the hand for a supervisor.</summary>
    public sealed record AskForHelp(bool On) : ConversationAct;
}

/// <summary>Why a consultant refuses a ringing call; the codes are kept with the call.</summary>
public static class RefusalReasons
{
    /// <summary>The codes in the order in which the desk offers them.</summary>
    public static IReadOnlyList<string> All { get; } = ["not-now", "wrong-language", "conflict", "technical"];
}
