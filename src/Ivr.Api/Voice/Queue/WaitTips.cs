using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>Which guidance fits a waiting caller: first what belongs to their topic, then what helps everybody.</summary>
internal static class WaitTips
{
    private static readonly PromptKey General = PromptKey.Of("queue.tip.general");
    private static readonly PromptKey Contact = PromptKey.Of("queue.tip.contact");

    /// <summary>The beginnings of the names of menu nodes, the more particular first.</summary>
    private static readonly (string Node, PromptKey Tip)[] ByNode =
    [
        ("documents", PromptKey.Of("queue.tip.documents")),
        ("fees", PromptKey.Of("queue.tip.fees")),
        ("letters", PromptKey.Of("queue.tip.letters")),
        ("summons", PromptKey.Of("queue.tip.letters")),
        ("formal-defects", PromptKey.Of("queue.tip.letters")),
        ("waiting", PromptKey.Of("queue.tip.waiting")),
        ("how-long", PromptKey.Of("queue.tip.waiting")),
        ("change", PromptKey.Of("queue.tip.waiting")),
        ("card", PromptKey.Of("queue.tip.card")),
        ("ukraine", PromptKey.Of("queue.tip.ukraine")),
        ("cukr", PromptKey.Of("queue.tip.ukraine")),
        ("pesel", PromptKey.Of("queue.tip.ukraine")),
        ("protection", PromptKey.Of("queue.tip.ukraine")),
        ("after", PromptKey.Of("queue.tip.after")),
        ("fingerprints", PromptKey.Of("queue.tip.after")),
        ("legal-stay", PromptKey.Of("queue.tip.after")),
        ("how", PromptKey.Of("queue.tip.apply")),
        ("apply", PromptKey.Of("queue.tip.apply")),
        ("permit", PromptKey.Of("queue.tip.apply")),
    ];

    /// <summary>The tip of a caller who asked from a node, the <paramref name="time"/>-th time from 0.</summary>
    public static PromptKey For(string node, int time)
    {
        var own = ByNode.FirstOrDefault(entry => node.StartsWith(entry.Node, StringComparison.Ordinal)).Tip;
        PromptKey[] tips = own == default ? [General, Contact] : [own, General, Contact];
        return tips[time % tips.Length];
    }

    /// <summary>Every tip, for the check that the catalogue has it.</summary>
    public static IEnumerable<PromptKey> All => ByNode.Select(entry => entry.Tip).Append(General).Append(Contact).Distinct();
}
