using Infoline.Prompts;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>The prompts of waiting, of callbacks and of the conversation, by name.</summary>
internal static class QueuePrompts
{
    public static readonly PromptKey Joined = PromptKey.Of("queue.joined");
    public static readonly PromptKey Place = PromptKey.Of("queue.place");
    public static readonly PromptKey Next = PromptKey.Of("queue.next");
    public static readonly PromptKey Wait = PromptKey.Of("queue.wait");
    public static readonly PromptKey WaitSoon = PromptKey.Of("queue.wait.soon");
    public static readonly PromptKey WaitOverAnHour = PromptKey.Of("queue.wait.over-an-hour");
    public static readonly PromptKey StillHere = PromptKey.Of("queue.still-here");
    public static readonly PromptKey Quiet = PromptKey.Of("queue.quiet");
    public static readonly PromptKey Music = PromptKey.Of("queue.music");
    public static readonly PromptKey PriorityGiven = PromptKey.Of("queue.priority.given");
    public static readonly PromptKey KeyQuiet = PromptKey.Of("queue.key.quiet");
    public static readonly PromptKey KeyMusic = PromptKey.Of("queue.key.music");
    public static readonly PromptKey KeyPriority = PromptKey.Of("queue.key.priority");
    public static readonly PromptKey KeyMenu = PromptKey.Of("queue.key.menu");
    public static readonly PromptKey KeyPlace = PromptKey.Of("queue.key.place");
    public static readonly PromptKey KeyRecordings = PromptKey.Of("queue.key.recordings");
    public static readonly PromptKey SecondLanguageWhy = PromptKey.Of("queue.second-language.why");
    public static readonly PromptKey SecondLanguageNoted = PromptKey.Of("queue.second-language.noted");
    public static readonly PromptKey LeftForMenu = PromptKey.Of("queue.left-for-menu");
    public static readonly PromptKey Back = PromptKey.Of("queue.back");
    public static readonly PromptKey Returned = PromptKey.Of("queue.returned");
    public static readonly PromptKey Connecting = PromptKey.Of("queue.connecting");
    public static readonly PromptKey RefusedFull = PromptKey.Of("queue.refused.full");
    public static readonly PromptKey RefusedLanguage = PromptKey.Of("queue.refused.language");
    public static readonly PromptKey RefusedNobody = PromptKey.Of("queue.refused.nobody");
    public static readonly PromptKey CallbackReplaced = PromptKey.Of("callback.cancelled.called-again");
    public static readonly PromptKey ConversationEnded = PromptKey.Of("call.ended");
    public static readonly PromptKey DownSlow = PromptKey.Of("down.connecting-slow");
    public static readonly PromptKey DownConsultants = PromptKey.Of("down.consultants");

    private static readonly PromptKey[] SecondLanguages = OfEach("queue.second-language");
    private static readonly PromptKey[] ConnectingIn = OfEach("queue.connecting");

    /// <summary>"For English, press five."</summary>
    public static PromptKey SecondLanguage(Language language) => SecondLanguages[(int)language];

    /// <summary>"The consultant speaks English."</summary>
    public static PromptKey ConnectingWith(Language language) => ConnectingIn[(int)language];

    internal static PromptKey[] OfEach(string family) => [.. Enum.GetValues<Language>().Select(language => PromptKey.Of($"{family}.{language.ToString().ToLowerInvariant()}"))];
}
