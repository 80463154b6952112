using System.Reflection;
using System.Text.RegularExpressions;

namespace Infoline.Sql.Schema;

/// <summary>
/// The schema scripts of one capability: resources <c>Migrations/0001_what.sql</c> of its assembly, numbered, forward only and never
/// changed once released. <c>0002_what.sqlite.sql</c> and <c>0002_what.postgresql.sql</c> run on that database alone.
/// </summary>
/// <param name="Capability">The name under which the scripts stand in the journal, such as <c>cases</c>.</param>
/// <param name="Assembly">Where the scripts are embedded.</param>
public sealed partial record SchemaScripts(string Capability, Assembly Assembly)
{
    private const string Folder = "Migrations/";

    /// <summary>The scripts for a database in the order of their numbers, named as the journal names them.</summary>
    /// <exception cref="InvalidOperationException">A script's name has not the shape above, or two have one number on the same database.</exception>
    internal IReadOnlyList<(string Name, string Text)> For(Dialect dialect)
    {
        var named = Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (Resource: name, Match: Shape().Match(name[Folder.Length..])))
            .ToList();
        if (named.Find(script => !script.Match.Success) is { Resource: { } odd })
        {
            throw new InvalidOperationException($"The script {odd} of {Capability} is not named like 0001_what.sql or 0001_what.sqlite.sql.");
        }

        var mine = named
            .Where(script => script.Match.Groups["only"].Value is "" || string.Equals(script.Match.Groups["only"].Value, dialect.Name, StringComparison.Ordinal))
            .OrderBy(script => script.Match.Groups["number"].Value, StringComparer.Ordinal)
            .ToList();
        if (mine.GroupBy(script => script.Match.Groups["number"].Value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw new InvalidOperationException($"Two scripts of {Capability} have the number {twice}; give the later one the next number.");
        }

        return [.. mine.Select(script => ($"{Capability}/{script.Resource[Folder.Length..]}", Read(script.Resource)))];
    }

    private string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(?<number>[0-9]{4})_[a-z0-9-]+(\.(?<only>sqlite|postgresql))?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
