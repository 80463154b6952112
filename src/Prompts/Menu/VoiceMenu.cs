using System.Collections.Frozen;

namespace Infoline.Prompts.Menu;

/// <summary>What pressing a key at a node leads to.</summary>
/// <param name="Key">One of the digits 1 to 8.</param>
/// <param name="Target">The node that the key leads to.</param>
public sealed record MenuChoice(char Key, string Target);

/// <summary>One place in the menu: a list of choices, a message that is played, or both.</summary>
/// <param name="Id">The stable name of the node, lower-case words joined by hyphens; it rides in URLs.</param>
/// <param name="Title">The short label by which lists speak of this node.</param>
/// <param name="Intro">Prompts heard only when a call enters the node for the first time.</param>
/// <param name="Play">The message, played each time; empty for a pure list.</param>
/// <param name="Choices">At most five choices, announced from their titles in the order of their keys.</param>
/// <param name="Asides">Keys that the intro offers in its own words; valid at this node, not announced in the list.</param>
/// <param name="Dialogue">The name of a dialogue that follows the message, such as asking for a case; null for none.</param>
public sealed record MenuNode(
    string Id,
    PromptKey Title,
    IReadOnlyList<PromptKey> Intro,
    IReadOnlyList<PromptKey> Play,
    IReadOnlyList<MenuChoice> Choices,
    IReadOnlyList<MenuChoice> Asides,
    string? Dialogue = null)
{
    /// <summary>True when the node plays a message of its own.</summary>
    public bool IsMessage => Play.Count > 0;

    /// <summary>The node behind a key of this node, or null when the key means nothing here.</summary>
    public string? TargetOf(char key) =>
        Choices.Concat(Asides).FirstOrDefault(choice => choice.Key == key)?.Target;
}

/// <summary>
/// The checked menu: every node reachable, every key leads somewhere, no dead end. Immutable; a change of the file makes a new menu.
/// </summary>
public sealed class VoiceMenu
{
    private readonly FrozenDictionary<string, MenuNode> _nodes;

    internal VoiceMenu(string start, IEnumerable<MenuNode> nodes)
    {
        _nodes = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        Start = _nodes[start];
    }

    /// <summary>The main menu, to which <c>#</c> leads from everywhere.</summary>
    public MenuNode Start { get; }

    /// <summary>Every node, in no particular order.</summary>
    public IReadOnlyCollection<MenuNode> Nodes => _nodes.Values;

    /// <summary>The node of this name, or null.</summary>
    public MenuNode? Find(string? id) => id is not null && _nodes.TryGetValue(id, out var node) ? node : null;

    /// <summary>Reads and checks <c>menu.yaml</c>.</summary>
    /// <param name="recordingsFolder">The folder that holds <c>menu.yaml</c>.</param>
    /// <param name="promptExists">Tells whether the catalogue has a prompt.</param>
    /// <exception cref="ContentException">The file is missing, malformed or breaks a rule of the menu; every fault is named.</exception>
    public static VoiceMenu Load(string recordingsFolder, Func<PromptKey, bool> promptExists)
    {
        var faults = new List<ContentFault>();
        var draft = MenuFile.Read(Path.Combine(recordingsFolder, MenuFile.Name), faults);
        if (draft is not null && faults.Count == 0)
        {
            MenuRules.Check(draft, promptExists, faults);
        }

        return draft is null || faults.Count > 0
            ? throw new ContentException(faults)
            : new VoiceMenu(draft.Start, draft.Nodes.Select(node => node.Node));
    }
}
