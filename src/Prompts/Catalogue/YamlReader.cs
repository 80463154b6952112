using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infoline.Prompts.Catalogue;

/// <summary>A value of a content file that remembers where it stands, so that a fault can name its line.</summary>
internal abstract record YamlValue(long Line);

internal sealed record YamlText(string Value, long Line) : YamlValue(Line);

internal sealed record YamlList(IReadOnlyList<YamlValue> Items, long Line) : YamlValue(Line);

internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, long Line) : YamlValue(Line);

internal sealed record YamlEntry(string Key, long Line, YamlValue Value);

/// <summary>
/// Reads YAML into values with lines. The library's own object mapping stops at the first fault and loses lines;
/// a content writer needs every fault at once.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 16;

    private readonly FaultList _faults;
    private readonly Parser _parser;

    private YamlReader(string text, FaultList faults)
    {
        _parser = new Parser(new StringReader(text));
        _faults = faults;
    }

    /// <summary>Reads one document; null, with a fault added, when the text is not YAML or holds nothing.</summary>
    public static YamlValue? Read(string text, FaultList faults)
    {
        var reader = new YamlReader(text, faults);
        try
        {
            return reader.ReadDocument();
        }
        catch (Exception broken)
        {
            // The parser throws more than its own exception on text that is cut off within brackets.
            var line = broken is YamlException at ? at.Start.Line : reader._parser.Current?.End.Line ?? 0;
            faults.Add(line, "the file cannot be read here", "check the indentation, the brackets, the colons and the quotes around this line");
            return null;
        }
    }

    private YamlValue? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _faults.Add(0, "the file is empty", "write its content, or remove the file");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadValue(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _faults.Add(second.Start.Line, "a second document starts here", "keep one document in a file, without '---' lines");
        return root;
    }

    private YamlValue ReadValue(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(scalar.Value, scalar.Start.Line);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _faults.Add(alias.Start.Line, $"'*{alias.Value}' refers to another place of the file", "write the value out");
            return new YamlText("", alias.Start.Line);
        }

        if (depth >= DeepestNesting)
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "too deeply nested");
        return _parser.TryConsume<SequenceStart>(out var list) ? ReadList(list.Start.Line, depth) : ReadMap(depth);
    }

    private YamlList ReadList(long line, int depth)
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadValue(depth + 1));
        return new YamlList(items, line);
    }

    private YamlMap ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            var value = ReadValue(depth + 1);
            if (key is not YamlText name)
                _faults.Add(key.Line, "a list or a group stands where a name is expected", "write a name and a colon");
            else if (entries.Exists(entry => string.Equals(entry.Key, name.Value, StringComparison.Ordinal)))
                _faults.Add(key.Line, $"'{name.Value}' stands here a second time", "keep one of the two");
            else
                entries.Add(new YamlEntry(name.Value, name.Line, value));
        }

        return new YamlMap(entries, start.Start.Line);
    }
}
