using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>When a waiting caller is offered to be called back, and in which words.</summary>
internal static class CallbackOffers
{
    /// <summary>The words of the offer that fits now, or null for none. Whether it was made before is not asked here.</summary>
    public static PromptKey? For(CallState state, DateTimeOffset now, CallbackOptions options) => state switch
    {
        CallState.Waiting { Served: false } => CallbackPrompts.OfferNoSpeaker,
        CallState.Waiting { Expected: { } expected } when (expected.AtLeast + expected.AtMost) / 2 >= options.LongWait => CallbackPrompts.OfferLongWait,
        CallState.Waiting waiting when now - waiting.ArrivedAt >= options.OfferAfter => CallbackPrompts.Offer,
        _ => null,
    };

    /// <summary>Why the queue cannot take a caller, and what they can do instead.</summary>
    public static IReadOnlyList<Line> Instead(RefusalReason reason) => reason switch
    {
        RefusalReason.Full => [QueuePrompts.RefusedFull, CallbackPrompts.Key, QueuePrompts.KeyRecordings],
        RefusalReason.NobodyLoggedIn => [QueuePrompts.RefusedNobody, CallbackPrompts.Key, QueuePrompts.KeyRecordings],
        RefusalReason.NobodySpeaks => [QueuePrompts.RefusedLanguage, CallbackPrompts.OfferNoSpeaker, CallbackPrompts.Key, QueuePrompts.KeyRecordings],
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    /// <summary>Outside of the hours: why, and what the caller can do instead.</summary>
    /// <param name="why">Says when consultants are back, and that the recordings go on.</param>
    public static IReadOnlyList<Line> WhenClosed(Line why) => [why, CallbackPrompts.OfferClosed, CallbackPrompts.Key];

    /// <summary>While the queue does not answer: the wish is kept elsewhere until it does.</summary>
    public static IReadOnlyList<Line> WhenDown { get; } = [QueuePrompts.DownConsultants, CallbackPrompts.Key, QueuePrompts.KeyRecordings];
}
