using System.Text.Json.Serialization;

namespace Infoline.Records.Calls;

/// <summary>
/// Something that happened in a call. Events are small, carry no personal data but what a consultant writes in notes, and are equal
/// when all they say is equal, so that an event told twice stands once.
/// </summary>
/// <param name="At">When it happened.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Arrived), "arrived")]
[JsonDerivedType(typeof(LanguageChosen), "language")]
[JsonDerivedType(typeof(Stepped), "step")]
[JsonDerivedType(typeof(CaseLookedUp), "case-look-up")]
[JsonDerivedType(typeof(AskedForConsultant), "asked")]
[JsonDerivedType(typeof(TurnedAway), "turned-away")]
[JsonDerivedType(typeof(WaitAnnounced), "wait-announced")]
[JsonDerivedType(typeof(LeftQueue), "left-queue")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(OfferEnded), "offer-ended")]
[JsonDerivedType(typeof(Connected), "connected")]
[JsonDerivedType(typeof(HoldBegan), "hold")]
[JsonDerivedType(typeof(HoldEnded), "resumed")]
[JsonDerivedType(typeof(Transferred), "transferred")]
[JsonDerivedType(typeof(ConversationEnded), "conversation-ended")]
[JsonDerivedType(typeof(WrapUpEnded), "wrap-up-ended")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(CallbackRequested), "callback-requested")]
[JsonDerivedType(typeof(CallbackAttempted), "callback-attempted")]
[JsonDerivedType(typeof(SurveyAnswered), "survey")]
[JsonDerivedType(typeof(RecordingDeclined), "recording-declined")]
[JsonDerivedType(typeof(RecordingBegan), "recording-began")]
[JsonDerivedType(typeof(RecordingPaused), "recording-paused")]
[JsonDerivedType(typeof(RecordingResumed), "recording-resumed")]
[JsonDerivedType(typeof(RecordingEnded), "recording-ended")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record CallEvent(DateTimeOffset At);

/// <summary>The call came in.</summary>
public sealed record Arrived(DateTimeOffset At) : CallEvent(At);

/// <summary>The caller chose a language, by its two-letter code.</summary>
public sealed record LanguageChosen(DateTimeOffset At, string Language) : CallEvent(At);

/// <summary>The caller came to a node of the menu.</summary>
/// <param name="At">When.</param>
/// <param name="Node">The node's name in the menu.</param>
/// <param name="Key">The key that led there; null for the first.</param>
public sealed record Stepped(DateTimeOffset At, string Node, string? Key = null) : CallEvent(At);

/// <summary>The caller asked for the stage of a case by keys; neither number nor date is kept here.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">The name of the answer, such as <c>found</c> or <c>no-match</c>.</param>
/// <param name="Stage">The stage that was told, when one was.</param>
public sealed record CaseLookedUp(DateTimeOffset At, string Outcome, string? Stage = null) : CallEvent(At);

/// <summary>The caller asked for a consultant and waits from here on.</summary>
public sealed record AskedForConsultant(DateTimeOffset At, string? Topic = null, int Band = 0) : CallEvent(At);

/// <summary>The caller asked for a consultant and was told why there is none: closed, full, nobody logged in.</summary>
public sealed record TurnedAway(DateTimeOffset At, string Reason) : CallEvent(At);

/// <summary>What the caller was told about the wait.</summary>
/// <param name="At">When.</param>
/// <param name="Place">The place in the queue, from 1.</param>
/// <param name="LowSeconds">The lower end of the expected wait; null when none was told.</param>
/// <param name="HighSeconds">The upper end.</param>
public sealed record WaitAnnounced(DateTimeOffset At, int Place, int? LowSeconds = null, int? HighSeconds = null) : CallEvent(At);

/// <summary>The caller left the queue other than to a consultant: to the menu, for instance.</summary>
public sealed record LeftQueue(DateTimeOffset At, string Reason) : CallEvent(At);

/// <summary>The call was offered to a consultant.</summary>
public sealed record Offered(DateTimeOffset At, string Reservation, string Consultant) : CallEvent(At);

/// <summary>An offer ended.</summary>
public sealed record OfferEnded(DateTimeOffset At, string Reservation, OfferOutcome Outcome, string? Reason = null) : CallEvent(At);

/// <summary>Caller and consultant hear each other.</summary>
public sealed record Connected(DateTimeOffset At, string Reservation, string Consultant) : CallEvent(At);

/// <summary>The caller was put on hold.</summary>
public sealed record HoldBegan(DateTimeOffset At) : CallEvent(At);

/// <summary>The caller was taken off hold.</summary>
public sealed record HoldEnded(DateTimeOffset At) : CallEvent(At);

/// <summary>The call went on to another consultant, queue or third party.</summary>
/// <param name="At">When.</param>
/// <param name="From">The consultant who transferred.</param>
/// <param name="To">A consultant, a language or topic, or <c>third-party</c>; never a telephone number.</param>
/// <param name="Way"><c>warm</c>, <c>blind</c> or <c>queue</c>.</param>
public sealed record Transferred(DateTimeOffset At, string From, string To, string Way) : CallEvent(At);

/// <summary>Caller and consultant are apart.</summary>
public sealed record ConversationEnded(DateTimeOffset At, EndedBy By) : CallEvent(At);

/// <summary>The consultant finished the work after a conversation.</summary>
public sealed record WrapUpEnded(DateTimeOffset At, string Consultant) : CallEvent(At);

/// <summary>What a consultant wrote about the call.</summary>
public sealed record Noted(DateTimeOffset At, string Consultant, string? Disposition = null, string? Text = null) : CallEvent(At);

/// <summary>The caller wants to be called back and keeps the place.</summary>
public sealed record CallbackRequested(DateTimeOffset At) : CallEvent(At);

/// <summary>The caller was called back.</summary>
public sealed record CallbackAttempted(DateTimeOffset At, int Attempt, string Outcome) : CallEvent(At);

/// <summary>The caller answered a question of the survey. Of two answers to one question the later stands.</summary>
/// <param name="At">When.</param>
/// <param name="Question">The question's name.</param>
/// <param name="Answer">From <see cref="Worst"/> to <see cref="Best"/>.</param>
public sealed record SurveyAnswered(DateTimeOffset At, string Question, int Answer) : CallEvent(At)
{
    /// <summary>The lowest answer.</summary>
    public const int Worst = 1;

    /// <summary>The highest answer.</summary>
    public const int Best = 5;

    /// <summary>The answers that there are, the lowest first.</summary>
    public static IReadOnlyList<int> Scale { get; } = [.. Enumerable.Range(Worst, Best - Worst + 1)];
}

/// <summary>The call is over.</summary>
public sealed record Ended(DateTimeOffset At, EndedBy By) : CallEvent(At);

/// <summary>An event of a kind that this version does not know, kept for the time line.</summary>
public sealed record Other(DateTimeOffset At, string Name) : CallEvent(At);

/// <summary>How an offer to a consultant ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfferOutcome>))]
public enum OfferOutcome
{
    /// <summary>The consultant took the call.</summary>
    Accepted,

    /// <summary>The consultant refused, with a reason.</summary>
    Refused,

    /// <summary>The consultant did not answer in time.</summary>
    Missed,

    /// <summary>The consultant vanished.</summary>
    Cancelled,

    /// <summary>The caller was gone first.</summary>
    Rescinded,
}

/// <summary>Who ended a call or a conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndedBy>))]
public enum EndedBy
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The caller hung up.</summary>
    Caller,

    /// <summary>The consultant hung up.</summary>
    Consultant,

    /// <summary>The line ended the call after its last sentence.</summary>
    Line,

    /// <summary>The connection broke.</summary>
    Network,
}
