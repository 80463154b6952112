using System.Text.RegularExpressions;
using Infoline.Prompts.Content;
using YamlDotNet.RepresentationModel;

namespace Infoline.Prompts.Menu;

/// <summary>A node as written, with the line it was written on.</summary>
internal sealed record DraftNode(MenuNode Node, long Line);

/// <summary>The menu as written, before its rules are checked.</summary>
internal sealed record MenuDraft(string Start, long StartLine, IReadOnlyList<DraftNode> Nodes);

/// <summary>Reads the shape of <c>menu.yaml</c>; what the shape means is checked by <see cref="MenuRules"/>.</summary>
internal static partial class MenuFile
{
    public const string Name = "menu.yaml";

    private static readonly string[] NodeFields = ["title", "intro", "asides", "play", "choices", "dialogue"];

    public static MenuDraft? Read(string path, List<ContentFault> faults)
    {
        if (YamlFile.Open(path, Name, faults) is not { } file)
        {
            return null;
        }

        var start = file.Text(file.Root, "start", required: true);
        var nodes = file.Mapping(file.Root, "nodes", required: true);
        file.RefuseOthers(file.Root, ["start", "nodes"]);
        if (start is null || nodes is null)
        {
            return null;
        }

        return new MenuDraft(start.Value!, start.Start.Line, [.. nodes.Children.Select(entry => ReadNode(file, entry.Key, entry.Value)).OfType<DraftNode>()]);
    }

    private static DraftNode? ReadNode(YamlFile file, YamlNode name, YamlNode body)
    {
        if (name is not YamlScalarNode { Value: { } id } || !NodeName().IsMatch(id))
        {
            file.Fault(name, $"'{name}' is not a name for a node", "write lower-case words joined by hyphens, like fees-and-accounts");
            return null;
        }

        if (body is not YamlMappingNode mapping)
        {
            file.Fault(body, $"node '{id}' has no fields", "write at least a title and either play or choices");
            return null;
        }

        file.RefuseOthers(mapping, NodeFields);
        var node = new MenuNode(
            id,
            file.Prompt(mapping, "title") ?? default,
            file.Prompts(mapping, "intro"),
            file.Prompts(mapping, "play"),
            ReadChoices(file, mapping, "choices"),
            ReadChoices(file, mapping, "asides"),
            file.Text(mapping, "dialogue", required: false)?.Value);
        return new DraftNode(node, name.Start.Line);
    }

    private static List<MenuChoice> ReadChoices(YamlFile file, YamlMappingNode mapping, string field)
    {
        var choices = new List<MenuChoice>();
        if (file.Mapping(mapping, field, required: false) is not { } entries)
        {
            return choices;
        }

        foreach (var (key, target) in entries.Children)
        {
            if (key is not YamlScalarNode { Value: [var digit] } || !char.IsAsciiDigit(digit) && digit is not ('*' or '#'))
            {
                file.Fault(key, $"'{key}' is not a key of a telephone", "write one digit from 1 to 8");
            }
            else if (digit is '0' or '9' or '*' or '#')
            {
                file.Fault(key, $"key {digit} has two meanings", "use a digit from 1 to 8; 0, 9, * and # mean the same everywhere");
            }
            else if (target is not YamlScalarNode { Value: { Length: > 0 } id })
            {
                file.Fault(target, $"key {digit} leads nowhere", "write the name of a node");
            }
            else
            {
                choices.Add(new MenuChoice(digit, id));
            }
        }

        return [.. choices.OrderBy(choice => choice.Key)];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex NodeName();
}
