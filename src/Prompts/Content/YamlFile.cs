using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infoline.Prompts.Content;

/// <summary>A YAML file that is read field by field; whatever does not fit becomes a fault with its line.</summary>
internal sealed class YamlFile
{
    private readonly string _name;
    private readonly List<ContentFault> _faults;

    private YamlFile(string name, YamlMappingNode root, List<ContentFault> faults) => (_name, Root, _faults) = (name, root, faults);

    public YamlMappingNode Root { get; }

    /// <summary>Opens a file whose top is a mapping; null, with a fault, when it cannot be read as one.</summary>
    public static YamlFile? Open(string path, string name, List<ContentFault> faults)
    {
        if (!File.Exists(path))
        {
            faults.Add(new(name, 0, "the file is missing", $"put it at {path}"));
            return null;
        }

        using var reader = File.OpenText(path);
        var parser = new Parser(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlFile(name, root, faults);
            }

            faults.Add(new(name, 1, "the file is not one list of named fields", "start with a field like 'nodes:'"));
        }
        catch (YamlException malformed)
        {
            faults.Add(new(name, malformed.Start.Line, $"this is not valid YAML ({malformed.Message})", "check the indentation, quotes and that no name stands twice"));
        }

        // On some malformed files the parser fails with exceptions of other kinds, which carry no place.
        catch (Exception broken) when (broken is not IOException)
        {
            faults.Add(new(name, parser.Current?.End.Line ?? 1, "this is not valid YAML from here on", "check the indentation, quotes and special characters"));
        }

        return null;
    }

    public void Fault(YamlNode at, string problem, string remedy) => _faults.Add(new(_name, at.Start.Line, problem, remedy));

    public void RefuseOthers(YamlMappingNode mapping, IReadOnlyCollection<string> known)
    {
        foreach (var key in mapping.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal)))
        {
            Fault(key, $"the field '{key}' is not known", $"use one of {string.Join(", ", known)}");
        }
    }

    public YamlNode? Field(YamlMappingNode mapping, string field, bool required)
    {
        if (mapping.Children.TryGetValue(new YamlScalarNode(field), out var value))
        {
            return value;
        }

        if (required)
        {
            Fault(mapping, $"the field '{field}' is missing", $"add '{field}:'");
        }

        return null;
    }

    public YamlScalarNode? Text(YamlMappingNode mapping, string field, bool required)
    {
        switch (Field(mapping, field, required))
        {
            case null:
                return null;
            case YamlScalarNode { Value.Length: > 0 } text:
                return text;
            case var other:
                Fault(other, $"the field '{field}' is not a text", "write one value behind the colon");
                return null;
        }
    }

    public YamlMappingNode? Mapping(YamlMappingNode mapping, string field, bool required)
    {
        switch (Field(mapping, field, required))
        {
            case null:
                return null;
            case YamlMappingNode found:
                return found;
            case var other:
                Fault(other, $"the field '{field}' holds no named fields", "write 'name: value' lines below it, indented");
                return null;
        }
    }

    public IReadOnlyList<YamlNode> Sequence(YamlMappingNode mapping, string field, bool required)
    {
        switch (Field(mapping, field, required))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Children];
            case var other:
                Fault(other, $"the field '{field}' is not a list", "write [first, second] or lines that start with a hyphen");
                return [];
        }
    }

    public PromptKey? Prompt(YamlMappingNode mapping, string field) =>
        Text(mapping, field, required: true) is { } text ? Key(text) : null;

    public IReadOnlyList<PromptKey> Prompts(YamlMappingNode mapping, string field) =>
        [.. Sequence(mapping, field, required: false).Select(Key).OfType<PromptKey>()];

    private PromptKey? Key(YamlNode node)
    {
        if (node is YamlScalarNode scalar && PromptKey.TryParse(scalar.Value, out var key))
        {
            return key;
        }

        Fault(node, $"'{node}' is not a prompt key", "write lower-case words joined by dots and hyphens, like fees.stamp-duty");
        return null;
    }
}
