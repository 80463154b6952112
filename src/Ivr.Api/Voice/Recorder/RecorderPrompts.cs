using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>What callers hear about recording.</summary>
internal static class RecorderPrompts
{
    public static readonly PromptKey Notice = PromptKey.Of("call.recording.notice");
    public static readonly PromptKey Declined = PromptKey.Of("call.recording.declined");
}
