using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>What consultants hear before a conversation.</summary>
internal static class RingPrompts
{
    public static readonly PromptKey Call = PromptKey.Of("whisper.call");
    public static readonly PromptKey NoTopic = PromptKey.Of("whisper.topic.none");
    public static readonly PromptKey Callback = PromptKey.Of("whisper.callback");
    public static readonly PromptKey Priority = PromptKey.Of("whisper.priority");
    public static readonly PromptKey Transfer = PromptKey.Of("whisper.transfer");
    public static readonly PromptKey Accept = PromptKey.Of("whisper.accept");
    public static readonly PromptKey CallerGone = PromptKey.Of("whisper.caller-gone");
    public static readonly PromptKey TooLate = PromptKey.Of("whisper.too-late");

    private static readonly PromptKey[] InLanguage = QueuePrompts.OfEach("whisper.language");

    /// <summary>"In English", as part of <see cref="Call"/>.</summary>
    public static PromptKey In(Language language) => InLanguage[(int)language];
}
