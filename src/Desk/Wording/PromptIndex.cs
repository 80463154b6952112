using Infoline.Desk.History;
using Infoline.Desk.Knowledge;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Desk.Wording;

/// <summary>Prompts that belong together.</summary>
/// <param name="Id">The node of the menu, or the beginning that the keys share.</param>
/// <param name="Title">What the node is called; null for prompts that no node plays.</param>
/// <param name="Depth">How deep the node lies; 0 for the start and for what is not in the menu.</param>
/// <param name="Key">The key that leads there from the node above it.</param>
/// <param name="Prompts">What is played there, the title first.</param>
public sealed record PromptGroup(string Id, PromptKey? Title, int Depth, char? Key, IReadOnlyList<PromptKey> Prompts);

/// <summary>The prompts as the menu uses them, then the others by their keys, and the search in them. Built anew when the texts have changed.</summary>
internal sealed class PromptIndex(VoiceMenu menu, PromptsInForce texts)
{
    private volatile Edition _edition = Edition.Of(menu, texts.Current);

    /// <summary>Every group, in the order of the menu and then of the catalogue.</summary>
    public IReadOnlyList<PromptGroup> Groups => Current.Groups;

    private Edition Current => _edition.Prompts == texts.Current ? _edition : _edition = Edition.Of(menu, texts.Current);

    /// <summary>The groups with the prompts whose key holds what was typed, or whose texts in any one language hold all its words, in any case and form. Nothing typed: all.</summary>
    public IReadOnlyList<PromptGroup> Search(string typed)
    {
        var edition = Current;
        if (string.IsNullOrWhiteSpace(typed))
            return edition.Groups;
        var stems = FoldedWords.Of(typed).Select(FoldedWords.StemOf).Distinct(StringComparer.Ordinal).ToList();
        var found = edition.Words
            .Where(prompt => prompt.Key.ToString().Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)
                || (stems.Count > 0 && Array.Exists(prompt.Value, words => stems.TrueForAll(stem => Array.Exists(words, word => word.StartsWith(stem, StringComparison.Ordinal))))))
            .Select(prompt => prompt.Key).ToHashSet();
        return [.. edition.Groups.Select(group => group with { Prompts = [.. group.Prompts.Where(found.Contains)] }).Where(group => group.Prompts.Count > 0)];
    }

    private sealed record Edition(PromptLibrary Prompts, IReadOnlyList<PromptGroup> Groups, IReadOnlyDictionary<PromptKey, string[][]> Words)
    {
        public static Edition Of(VoiceMenu menu, PromptLibrary prompts)
        {
            var nodes = MenuTree.Of(menu, []).Select(line => (Line: line, Node: menu.Find(line.Node)!)).ToList();
            var inMenu = nodes.SelectMany(entry => PromptsOf(entry.Node)).ToHashSet();
            var others = prompts.Keys.Where(key => !inMenu.Contains(key)).GroupBy(FamilyOf, StringComparer.Ordinal);
            return new Edition(
                prompts,
                [
                    .. nodes.Select(entry => new PromptGroup(entry.Node.Id, entry.Node.Title, entry.Line.Depth, entry.Line.Key, [.. PromptsOf(entry.Node)])),
                    .. others.Select(family => new PromptGroup(family.Key, null, 0, null, [.. family])),
                ],
                prompts.Keys.ToDictionary(key => key, key => LanguageCodes.All.Select(language => FoldedWords.Of(prompts.Find(key).Text(language)).ToArray()).ToArray()));
        }

        private static IEnumerable<PromptKey> PromptsOf(MenuNode node) => node.Intro.Concat(node.Play).Prepend(node.Title).Distinct();

        private static string FamilyOf(PromptKey key) => key.ToString().Split('.')[0];
    }
}
