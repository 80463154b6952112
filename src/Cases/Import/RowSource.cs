using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace Infoline.Cases.Import;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsWhole">False for a last line that nothing ends: it may have been cut off.</param>
/// <param name="Share">How much of the file has been read, when that is known.</param>
internal sealed record RawRow(long Line, IReadOnlyList<string> Fields, bool IsWhole, double? Share);

/// <summary>Reads a file row by row; memory does not grow with its length.</summary>
internal static class RowSource
{
    /// <summary>Longer fields mean a quotation that was opened and never closed.</summary>
    private const int LongestField = 4_000;

    private static readonly string[] Delimiters = [";", ",", "\t", "|"];

    public static IAsyncEnumerable<RawRow> OpenAsync(string path, FileFacts facts, CancellationToken cancellationToken) =>
        IsXlsx(path) ? XlsxRows.ReadAsync(path, cancellationToken) : ReadCsvAsync(path, facts, cancellationToken);

    public static bool IsXlsx(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static async IAsyncEnumerable<RawRow> ReadCsvAsync(string path, FileFacts facts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        using var reader = new StreamReader(file, facts.Encoding);
        using var parser = new CsvParser(reader, new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture)
        {
            Delimiter = await DelimiterAsync(path, facts, cancellationToken),
            MaxFieldSize = LongestField,
            IgnoreBlankLines = true,
            BadDataFound = null,
        });
        RawRow? before = null;
        while (await NextAsync(parser))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (before is not null)
            {
                yield return before;
            }

            before = new RawRow(parser.RawRow, parser.Record ?? [], IsWhole: true, (double)file.Position / file.Length);
        }

        if (before is not null)
        {
            yield return before with { IsWhole = facts.EndsWithLine };
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw new RefusedFileException($"Near line {parser.RawRow} a quotation is opened and not closed; mend the file or export it again.");
        }
    }

    private static async Task<string> DelimiterAsync(string path, FileFacts facts, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, facts.Encoding);
        var header = await reader.ReadLineAsync(cancellationToken) ?? "";
        return Delimiters.MaxBy(candidate => header.Split(candidate).Length)!;
    }
}
