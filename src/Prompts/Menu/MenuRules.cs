namespace Infoline.Prompts.Menu;

/// <summary>The rules that keep a caller from getting lost: architecture, "The life of a call", point 2.</summary>
internal static class MenuRules
{
    /// <summary>A list longer than this is not remembered on the telephone.</summary>
    public const int MostChoices = 5;

    public static void Check(MenuDraft draft, Func<PromptKey, bool> promptExists, List<ContentFault> faults)
    {
        var nodes = draft.Nodes.ToDictionary(node => node.Node.Id, StringComparer.Ordinal);
        if (!nodes.ContainsKey(draft.Start))
        {
            faults.Add(new(MenuFile.Name, draft.StartLine, $"start names '{draft.Start}', which is no node", "write the name of one of the nodes"));
            return;
        }

        foreach (var draftNode in draft.Nodes)
        {
            CheckNode(draftNode, nodes, promptExists, faults);
        }

        var reachable = Reach([draft.Start], id => nodes.TryGetValue(id, out var node) ? Targets(node.Node) : []);
        var withMessage = draft.Nodes.Where(node => node.Node.IsMessage).Select(node => node.Node.Id);
        var leadsToMessage = Reach(withMessage, id => draft.Nodes.Where(node => Targets(node.Node).Contains(id, StringComparer.Ordinal)).Select(node => node.Node.Id));
        foreach (var (node, line) in draft.Nodes)
        {
            if (!reachable.Contains(node.Id))
            {
                faults.Add(new(MenuFile.Name, line, $"no key leads to node '{node.Id}'", "add a choice that leads to it or remove it"));
            }
            else if (!leadsToMessage.Contains(node.Id) && Targets(node).Any())
            {
                faults.Add(new(MenuFile.Name, line, $"from node '{node.Id}' the keys lead round in a loop and never to a recording", "let one of the choices lead to a node that plays something"));
            }
        }
    }

    private static void CheckNode(DraftNode draft, Dictionary<string, DraftNode> nodes, Func<PromptKey, bool> promptExists, List<ContentFault> faults)
    {
        var (node, line) = draft;
        void Fault(string problem, string remedy) => faults.Add(new(MenuFile.Name, line, problem, remedy));

        if (!node.IsMessage && node.Choices.Count == 0)
        {
            Fault($"node '{node.Id}' is a dead end", "give it something to play or choices");
        }

        if (node.Dialogue is not null && node.Choices.Count + node.Asides.Count > 0)
        {
            Fault($"node '{node.Id}' has a dialogue and choices", "leave the choices out; the dialogue says what its keys do");
        }

        if (node.Choices.Count > MostChoices)
        {
            Fault($"node '{node.Id}' offers {node.Choices.Count} choices", $"offer at most {MostChoices}; group some under a node of their own");
        }

        foreach (var key in node.Choices.Concat(node.Asides).GroupBy(choice => choice.Key).Where(group => group.Count() > 1))
        {
            Fault($"key {key.Key} of node '{node.Id}' has two meanings", "keep it in choices or in asides and give the other one a free key");
        }

        foreach (var target in Targets(node).Where(target => !nodes.ContainsKey(target)).Distinct(StringComparer.Ordinal))
        {
            Fault($"node '{node.Id}' leads to '{target}', which is no node", "write the name of an existing node or add this one");
        }

        foreach (var prompt in node.Intro.Concat(node.Play).Prepend(node.Title).Where(prompt => !promptExists(prompt)).Distinct())
        {
            Fault($"node '{node.Id}' needs prompt '{prompt}', which the catalogue does not have", "add it to a file under prompts/ or correct the key");
        }
    }

    private static IEnumerable<string> Targets(MenuNode node) => node.Choices.Concat(node.Asides).Select(choice => choice.Target);

    private static HashSet<string> Reach(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var id))
        {
            foreach (var target in next(id).Where(seen.Add))
            {
                open.Enqueue(target);
            }
        }

        return seen;
    }
}
