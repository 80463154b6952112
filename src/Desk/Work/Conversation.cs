using Infoline.Cases.Desk;
using Infoline.Desk.Accounts;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Desk.Work;

/// <summary>Where a consultant's call is.</summary>
public enum ConversationStage
{
    /// <summary>It rings; <see cref="Conversation.StageEnds"/> says until when.</summary>
    Ringing,

    /// <summary>Both talk.</summary>
    Talking,

    /// <summary>The caller hears music.</summary>
    OnHold,

    /// <summary>The caller hears music while the consultant talks with a colleague.</summary>
    Consulting,

    /// <summary>The caller is gone; <see cref="Conversation.StageEnds"/> says when the consultant is available again.</summary>
    WrapUp,
}

/// <summary>Whether a conversation is recorded.</summary>
public enum RecordingState
{
    /// <summary>This line does not record.</summary>
    Off,

    /// <summary>It is recorded.</summary>
    On,

    /// <summary>The consultant stopped it for a while.</summary>
    Paused,

    /// <summary>The caller declined.</summary>
    Declined,
}

/// <summary>What the desk may offer now; an act that is not named here has no button.</summary>
[Flags]
public enum ConversationOffers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="ConversationAct.Answer"/>; without it a ringing call is answered at the telephone.</summary>
    Answer = 1 << 0,

    /// <summary><see cref="ConversationAct.Refuse"/>.</summary>
    Refuse = 1 << 1,

    /// <summary><see cref="ConversationAct.Hold"/> and <see cref="ConversationAct.Resume"/>.</summary>
    Hold = 1 << 2,

    /// <summary><see cref="ConversationAct.Mute"/>.</summary>
    Mute = 1 << 3,

    /// <summary><see cref="ConversationAct.TransferToQueue"/>.</summary>
    TransferToQueue = 1 << 4,

    /// <summary><see cref="ConversationAct.TransferToColleague"/>.</summary>
    TransferToColleague = 1 << 5,

    /// <summary><see cref="ConversationAct.Consult"/>, and what ends the private word.</summary>
    Consult = 1 << 6,

    /// <summary><see cref="ConversationAct.AddThirdParty"/> and <see cref="ConversationAct.RemoveThirdParty"/>.</summary>
    ThirdParty = 1 << 7,

    /// <summary><see cref="ConversationAct.HangUp"/>.</summary>
    HangUp = 1 << 8,

    /// <summary><see cref="ConversationAct.FinishWrapUp"/> and <see cref="ConversationAct.ExtendWrapUp"/>.</summary>
    WrapUp = 1 << 9,

    /// <summary><see cref="ConversationAct.Note"/>.</summary>
    Notes = 1 << 10,

    /// <summary><see cref="ConversationAct.PauseRecording"/>.</summary>
    Recording = 1 << 11,

    /// <summary><see cref="ConversationAct.AskForHelp"/>.</summary>
    Help = 1 << 12,

    /// <summary><see cref="ConversationAct.SendPage"/>.</summary>
    SendPage = 1 << 13,
}

/// <summary>A call at a consultant's desk.</summary>
/// <param name="Id">Its number, which acts name; the reservation's.</param>
/// <param name="Call">The CallSid of the caller's call.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="StageSince">Since when.</param>
/// <param name="StageEnds">When ringing or wrap-up ends by itself; null in other stages.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Path">The way through the menu, oldest first.</param>
/// <param name="Earlier">Earlier calls from the number, newest first.</param>
/// <param name="Case">The case that the caller has verified, or null.</param>
/// <param name="Can">What may be asked for now.</param>
/// <param name="State">What the consultant has switched on.</param>
/// <param name="Notes">The notes so far.</param>
/// <param name="Outcome">The code of the chosen outcome, or null.</param>
/// <param name="Before">The conversation that this one goes on with, because its telephone was lost; or null.</param>
/// <param name="Running">What an emptied queue would have to be told; null unless consultant and caller talk.</param>
public sealed record Conversation(
    string Id,
    string Call,
    ConversationStage Stage,
    DateTimeOffset StageSince,
    DateTimeOffset? StageEnds,
    CallerGlance Caller,
    IReadOnlyList<HeardStep> Path,
    IReadOnlyList<EarlierCall> Earlier,
    DeskCase? Case,
    ConversationOffers Can,
    ConversationState State,
    string Notes,
    string? Outcome,
    LostTalk? Before = null,
    RunningTalk? Running = null);

/// <summary>What the queue knows of a conversation, kept by the page so that it can be put back into a queue that was emptied.</summary>
/// <param name="Id">Its number; the reservation's.</param>
/// <param name="Ticket">The caller's ticket.</param>
/// <param name="Leg">The CallSid of the consultant's leg.</param>
/// <param name="Notes">What the host noted with it.</param>
public sealed record RunningTalk(string Id, Ticket Ticket, string Leg, IReadOnlyDictionary<string, string> Notes)
{
    /// <inheritdoc/>
    public override string ToString() => $"Conversation {Id}";
}

/// <summary>A conversation with the same caller in which a consultant's telephone was lost.</summary>
/// <param name="At">When.</param>
/// <param name="Consultant">Who talked with the caller; the name that colleagues see.</param>
public sealed record LostTalk(DateTimeOffset At, string Consultant);

/// <summary>What a consultant sees of a caller before the first word.</summary>
/// <param name="Language">The language of the call.</param>
/// <param name="SecondLanguage">Another language that will do, or null.</param>
/// <param name="Topic">What the caller listened to last, in words; null when straight from the greeting.</param>
/// <param name="AskedAt">When the caller first asked for a consultant.</param>
/// <param name="AnsweredAt">When the wait ended; null while it rings.</param>
/// <param name="HasPriority">The caller said that waiting is hard for them.</param>
/// <param name="IsCallback">The caller is called back.</param>
/// <param name="Number">The caller's number for people to read; empty when withheld. Personal: showing it is audited.</param>
public sealed record CallerGlance(
    Language Language, Language? SecondLanguage, string? Topic, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt, bool HasPriority, bool IsCallback, string Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"A caller in {Language}";
}

/// <summary>One thing that the caller heard in the menu.</summary>
/// <param name="Text">Its title.</param>
/// <param name="At">When.</param>
/// <param name="WasHeardOut">Whether the caller listened to the end.</param>
public sealed record HeardStep(string Text, DateTimeOffset At, bool WasHeardOut);

/// <summary>An earlier call from the same number.</summary>
/// <param name="At">When.</param>
/// <param name="Topic">About what; null when unknown.</param>
/// <param name="Outcome">How it ended, in words.</param>
/// <param name="Consultant">Who talked with the caller, or null.</param>
public sealed record EarlierCall(DateTimeOffset At, string? Topic, string Outcome, string? Consultant);

/// <summary>What is switched on in a conversation.</summary>
/// <param name="IsMuted">Nobody hears the consultant.</param>
/// <param name="Recording">Whether the conversation is recorded.</param>
/// <param name="Help">The request for a supervisor, or null.</param>
/// <param name="Colleague">The colleague of a private word, or null.</param>
/// <param name="HasThirdParty">Somebody else takes part.</param>
/// <param name="ListenedTo">A supervisor listens, and the office's rule is to show it.</param>
public sealed record ConversationState(bool IsMuted, RecordingState Recording, HelpRequest? Help, string? Colleague, bool HasThirdParty, bool ListenedTo)
{
    /// <summary>Nothing is switched on.</summary>
    public static ConversationState Plain { get; } = new(IsMuted: false, RecordingState.Off, Help: null, null, HasThirdParty: false, ListenedTo: false);
}

/// <summary>What the desk offers to choose from.</summary>
/// <param name="Topics">The topics to which callers can be handed on, by code.</param>
/// <param name="Colleagues">Who else is signed in.</param>
/// <param name="Outcomes">The outcomes of a call, by code, in the order of the office.</param>
public sealed record ConversationChoices(IReadOnlyList<Choice> Topics, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<Choice> Outcomes);

/// <summary>Something to choose.</summary>
/// <param name="Code">Its lasting name.</param>
/// <param name="Text">In words.</param>
public sealed record Choice(string Code, string Text);

/// <summary>Somebody to hand a caller on to.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="IsFree">Whether a call would ring there now.</param>
public sealed record Colleague(AccountId Id, string Name, bool IsFree);
