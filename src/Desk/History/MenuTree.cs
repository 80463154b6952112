using Infoline.Prompts.Menu;
using Infoline.Records.Figures;

namespace Infoline.Desk.History;

/// <summary>A line of the menu's tree with its counts.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Depth">How deep it lies; 0 for the start.</param>
/// <param name="Key">The key that leads there from the line above it; null for the start and for what the menu does not have any more.</param>
/// <param name="Figures">The counts; null for a node that nobody came to.</param>
internal sealed record MenuLine(string Node, int Depth, char? Key, MenuFigures? Figures);

/// <summary>The menu as a tree: each node once, below the choice by which it is reached first.</summary>
internal static class MenuTree
{
    /// <summary>The lines from the top; nodes that have counts but stand in the menu no more come last.</summary>
    public static IReadOnlyList<MenuLine> Of(VoiceMenu menu, IReadOnlyList<MenuFigures> figures)
    {
        var counts = figures.ToDictionary(row => row.Node, StringComparer.Ordinal);
        var parents = Parents(menu);
        List<MenuLine> lines = [];
        Add(menu.Start.Id, 0, null);
        lines.AddRange(figures.Where(row => menu.Find(row.Node) is null).Select(row => new MenuLine(row.Node, 0, null, row)));
        return lines;

        void Add(string id, int depth, char? key)
        {
            lines.Add(new MenuLine(id, depth, key, counts.GetValueOrDefault(id)));
            foreach (var choice in menu.Find(id)!.Choices.Concat(menu.Find(id)!.Asides).OrderBy(choice => choice.Key).Where(choice => parents.GetValueOrDefault(choice.Target) == (id, choice.Key)))
            {
                Add(choice.Target, depth + 1, choice.Key);
            }
        }
    }

    // Breadth first, so that a node stands where it is nearest to the start.
    private static Dictionary<string, (string Parent, char Key)> Parents(VoiceMenu menu)
    {
        Dictionary<string, (string, char)> parents = new(StringComparer.Ordinal) { [menu.Start.Id] = ("", ' ') };
        Queue<MenuNode> open = new([menu.Start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var choice in node.Choices.Concat(node.Asides).OrderBy(choice => choice.Key))
            {
                if (menu.Find(choice.Target) is { } target && parents.TryAdd(choice.Target, (node.Id, choice.Key)))
                {
                    open.Enqueue(target);
                }
            }
        }

        return parents;
    }
}
