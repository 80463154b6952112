namespace Infoline.Prompts.Catalogue;

/// <summary>The named fields of a group in a content file.</summary>
internal sealed class Fields
{
    private readonly YamlMap _map;
    private readonly FaultList _faults;

    private Fields(YamlMap map, FaultList faults)
    {
        _map = map;
        _faults = faults;
    }

    public long Line => _map.Line;

    public IReadOnlyList<YamlEntry> All => _map.Entries;

    /// <summary>The fields of a value that should be a group; null, with a fault, when it is not one.</summary>
    public static Fields? Of(YamlValue value, FaultList faults, string what)
    {
        if (value is YamlMap map)
            return new Fields(map, faults);
        faults.Add(value.Line, $"{what} should be a group of names and values", "write each as 'name: value' on a line of its own");
        return null;
    }

    public YamlEntry? Find(string name) => _map.Entries.FirstOrDefault(entry => string.Equals(entry.Key, name, StringComparison.Ordinal));

    /// <summary>The text of a field; null when the field is absent or, with a fault, not a text.</summary>
    public string? Text(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case { Value: YamlText text }:
                return text.Value;
            case var entry:
                _faults.Add(entry.Line, $"'{name}' should be a text", $"write '{name}: ' and the text");
                return null;
        }
    }

    /// <summary>Adds a fault for each field that is not known here.</summary>
    public void AllowOnly(params IReadOnlyList<string> names)
    {
        foreach (var entry in _map.Entries.Where(entry => !names.Contains(entry.Key, StringComparer.Ordinal)))
            _faults.Add(entry.Line, $"'{entry.Key}' is not known here", $"write one of {string.Join(", ", names)}");
    }
}
