using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>What callers hear during a conversation.</summary>
internal static class ConversationPrompts
{
    public static readonly PromptKey Hold = PromptKey.Of("call.hold");
    public static readonly PromptKey HoldStill = PromptKey.Of("call.hold.still");
    public static readonly PromptKey Lost = PromptKey.Of("call.lost");
    public static readonly PromptKey Transfer = PromptKey.Of("call.transfer");
    public static readonly PromptKey TransferQueue = PromptKey.Of("call.transfer.queue");
}
