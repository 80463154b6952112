namespace Infoline.Cases.Import;

/// <summary>The columns of a file, found by the names in its first row: the English names of docs/cases-import.md or their Polish ones.</summary>
internal sealed class ImportColumns
{
    private static readonly (string Name, string[] Polish, bool IsRequired)[] Known =
    [
        ("number", ["znak sprawy", "numer sprawy"], true),
        ("kind", ["rodzaj", "rodzaj sprawy"], true),
        ("stage", ["etap", "status"], true),
        ("stage_since", ["etap od", "data etapu"], true),
        ("birth_date", ["data urodzenia"], true),
        ("office", ["urząd"], false),
        ("unit", ["komórka", "oddział"], false),
        ("missing", ["braki"], false),
        ("answer_until", ["termin"], false),
        ("visit_at", ["wizyta"], false),
        ("card_place", ["miejsce odbioru"], false),
        ("card_from", ["karta od"], false),
        ("history", ["historia"], false),
    ];

    private readonly Dictionary<string, int> _places;

    private ImportColumns(Dictionary<string, int> places, IReadOnlyList<string> unused, int count) => (_places, Unused, Count) = (places, unused, count);

    /// <summary>Names in the first row that mean nothing to the register.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>How many fields each row has.</summary>
    public int Count { get; }

    /// <exception cref="RefusedFileException">A column is missing or stands twice.</exception>
    public static ImportColumns Of(IReadOnlyList<string> header)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        List<string> unused = [];
        for (var index = 0; index < header.Count; index++)
        {
            var title = header[index].Trim().Trim('\uFEFF');
            var name = Array.Find(Known, column => string.Equals(column.Name, title, StringComparison.OrdinalIgnoreCase) || column.Polish.Contains(title, StringComparer.OrdinalIgnoreCase)).Name;
            if (name is null)
            {
                unused.Add(title);
            }
            else if (!places.TryAdd(name, index))
            {
                throw new RefusedFileException($"The first row names the column '{name}' twice; leave one of them out.");
            }
        }

        var missing = Known.Where(column => column.IsRequired && !places.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        return missing.Count == 0
            ? new ImportColumns(places, [.. unused.Where(title => title.Length > 0)], header.Count)
            : throw new RefusedFileException($"The first row does not name the columns {string.Join(", ", missing)}; docs/cases-import.md lists the columns.");
    }

    /// <summary>A field of a row, trimmed; empty when the file has no such column or the row no such field.</summary>
    public string Field(IReadOnlyList<string> row, string name) =>
        _places.TryGetValue(name, out var place) && place < row.Count ? row[place].Trim() : "";
}
