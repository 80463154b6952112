namespace Infoline.Prompts.Catalogue;

/// <summary>Reads <c>sources.yaml</c>: <c>S7: { address: "https://...", date: "2026-04" }</c>.</summary>
internal static class SourceReader
{
    public static Dictionary<string, FactSource> Read(YamlValue root, FaultList faults)
    {
        var sources = new Dictionary<string, FactSource>(StringComparer.Ordinal);
        if (Fields.Of(root, faults, "the sources") is not { } entries)
            return sources;
        foreach (var entry in entries.All)
        {
            if (Fields.Of(entry.Value, faults, $"the source {entry.Key}") is not { } fields)
                continue;
            fields.AllowOnly("address", "date");
            var address = fields.Text("address");
            if (string.IsNullOrWhiteSpace(address))
                faults.Add(entry.Line, $"the source {entry.Key} has no address", "write address: and the page's address");
            else
                sources.Add(entry.Key, new FactSource(entry.Key, address, fields.Text("date")));
        }

        return sources;
    }
}
