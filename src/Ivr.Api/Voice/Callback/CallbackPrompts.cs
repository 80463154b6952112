using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>The prompts around being called back, by name.</summary>
internal static class CallbackPrompts
{
    public static readonly PromptKey Key = PromptKey.Of("queue.key.callback");
    public static readonly PromptKey Offer = PromptKey.Of("callback.offer");
    public static readonly PromptKey OfferLongWait = PromptKey.Of("callback.offer.long-wait");
    public static readonly PromptKey OfferNoSpeaker = PromptKey.Of("callback.offer.no-speaker");
    public static readonly PromptKey OfferClosed = PromptKey.Of("callback.offer.closed");
    public static readonly PromptKey Already = PromptKey.Of("callback.already");
    public static readonly PromptKey AlreadyKeys = PromptKey.Of("callback.already.keys");
    public static readonly PromptKey NumberConfirm = PromptKey.Of("callback.number.confirm");
    public static readonly PromptKey NumberAsk = PromptKey.Of("callback.number.ask");
    public static readonly PromptKey NumberWithheld = PromptKey.Of("callback.number.withheld");
    public static readonly PromptKey NumberWrong = PromptKey.Of("callback.number.wrong");
    public static readonly PromptKey NumberGivenUp = PromptKey.Of("callback.number.given-up");
    public static readonly PromptKey WindowAsk = PromptKey.Of("callback.window.ask");
    public static readonly PromptKey WindowNow = PromptKey.Of("callback.window.now");
    public static readonly PromptKey WindowMorning = PromptKey.Of("callback.window.morning");
    public static readonly PromptKey WindowAfternoon = PromptKey.Of("callback.window.afternoon");
    public static readonly PromptKey ConfirmedNow = PromptKey.Of("callback.confirmed.now");
    public static readonly PromptKey ConfirmedWindow = PromptKey.Of("callback.confirmed.window");
    public static readonly PromptKey ConfirmedAttempts = PromptKey.Of("callback.confirmed.attempts");
    public static readonly PromptKey Cancelled = PromptKey.Of("callback.cancelled");
    public static readonly PromptKey Unavailable = PromptKey.Of("callback.unavailable");
    public static readonly PromptKey AttemptGreeting = PromptKey.Of("callback.attempt.greeting");
    public static readonly PromptKey AttemptLater = PromptKey.Of("callback.attempt.later");
    public static readonly PromptKey AttemptMissed = PromptKey.Of("callback.attempt.missed");
    public static readonly PromptKey AttemptLast = PromptKey.Of("callback.attempt.last");
    public static readonly PromptKey Calling = PromptKey.Of("whisper.callback.calling");
    public static readonly PromptKey Unreached = PromptKey.Of("whisper.callback.unreached");
    public static readonly PromptKey Kept = PromptKey.Of("down.callback-kept");
}
