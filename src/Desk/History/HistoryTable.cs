namespace Infoline.Desk.History;

/// <summary>A table for the page and for exports: columns by name, and rows of values as <see cref="Column{T}"/> gives them.</summary>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The rows; read once.</param>
internal sealed record HistoryTable(IReadOnlyList<HistoryTable.Head> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The head of a column.</summary>
    /// <param name="Name">The stable name.</param>
    /// <param name="Kind">What it holds.</param>
    public sealed record Head(string Name, ColumnKind Kind);

    /// <summary>A table of rows that are read as they are written.</summary>
    public static HistoryTable Of<T>(IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) =>
        new([.. columns.Select(column => new Head(column.Name, column.Kind))], rows.Select(row => Values(columns, row)));

    /// <summary>A table of a few rows, each with a name in front.</summary>
    public static HistoryTable Of<T>(Head name, IReadOnlyList<Column<T>> columns, IEnumerable<(object? Name, T Row)> rows) =>
        new([name, .. columns.Select(column => new Head(column.Name, column.Kind))], rows.Select(row => (IReadOnlyList<object?>)[row.Name, .. Values(columns, row.Row)]).ToAsyncEnumerable());

    private static IReadOnlyList<object?> Values<T>(IReadOnlyList<Column<T>> columns, T row) => [.. columns.Select(column => column.Value(row))];
}
