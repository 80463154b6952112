using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Infoline.Routing.Store;

/// <summary>A script as the store gets it: its text with the fragments it needs in front, and the hash by which it is called.</summary>
internal sealed record Script(string Name, string Text, byte[] Hash);

/// <summary>The scripts of <c>Scripts/</c>, each put together once.</summary>
internal static class ScriptLibrary
{
    private const string Extension = ".lua";
    private const string Needs = "-- needs:";
    private static readonly FrozenDictionary<string, string> Sources = ReadAll();
    private static readonly FrozenDictionary<string, Script> Scripts = Sources.Keys.ToFrozenDictionary(name => name, Compose, StringComparer.Ordinal);

    public static Script Get(string name) => Scripts[name];

    public static IEnumerable<string> Names => Sources.Keys;

    public static string Source(string name) => Sources[name];

    private static Script Compose(string name)
    {
        var order = new List<string> { "base" };
        Collect(name, order);
        var text = string.Join('\n', order.Select(part => Sources[part]));
#pragma warning disable CA5350 // Redis names scripts by SHA-1; nothing is protected by it.
        return new Script(name, text, SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    /// <summary>Everything a part needs comes before it, once.</summary>
    private static void Collect(string name, List<string> order)
    {
        if (order.Contains(name))
        {
            return;
        }

        foreach (var line in Sources[name].Split('\n').Where(line => line.StartsWith(Needs, StringComparison.Ordinal)))
        {
            foreach (var part in line[Needs.Length..].Split(',', StringSplitOptions.TrimEntries))
            {
                Collect(part, order);
            }
        }

        order.Add(name);
    }

    private static FrozenDictionary<string, string> ReadAll()
    {
        var assembly = typeof(ScriptLibrary).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[..^Extension.Length],
                name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                },
                StringComparer.Ordinal);
    }
}
