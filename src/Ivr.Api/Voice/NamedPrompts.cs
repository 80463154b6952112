using System.Reflection;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Queue;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Survey;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice;

/// <summary>The prompts that the code of the queue, the conversation and the case names; one that the catalogue lacks stops the start.</summary>
internal static class NamedPrompts
{
    public static IEnumerable<ContentFault> Missing(PromptLibrary library) =>
        from key in ((Type[])[typeof(QueuePrompts), typeof(RingPrompts), typeof(CallbackPrompts), typeof(ConversationPrompts), typeof(CasePrompts), typeof(SurveyPrompts), typeof(RecorderPrompts)]).SelectMany(Of).Concat(WaitTips.All)
        where !library.Contains(key)
        select new ContentFault("prompts", 0, $"the call needs prompt '{key}', which the catalogue does not have", "add it to a file under prompts/");

    private static IEnumerable<PromptKey> Of(Type names) => names
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(field => field.GetValue(null) switch { PromptKey key => [key], PromptKey[] keys => keys, _ => Array.Empty<PromptKey>() });
}
