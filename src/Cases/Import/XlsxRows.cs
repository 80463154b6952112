using System.Runtime.CompilerServices;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Infoline.Cases.Import;

/// <summary>The rows of the first sheet of a workbook, read as a stream; the texts that cells share wait in a temporary file.</summary>
internal static class XlsxRows
{
    public static async IAsyncEnumerable<RawRow> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = Open(path);
        var workbook = document.WorkbookPart ?? throw Broken();
        var sheet = workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new RefusedFileException("The workbook has no sheet.");
        await using var shared = SharedTexts.Load(workbook.SharedStringTablePart);
        using var reader = OpenXmlReader.Create(workbook.GetPartById(sheet));
        while (Next(reader))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && Load(reader) is { } row && Fields(row, shared) is { Count: > 0 } fields)
            {
                yield return new RawRow(row.RowIndex?.Value ?? 0, fields, IsWhole: true, Share: null);
            }
        }
    }

    private static SpreadsheetDocument Open(string path)
    {
        try
        {
            return SpreadsheetDocument.Open(path, isEditable: false);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw Broken(broken);
        }
    }

    private static bool Next(OpenXmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Broken(broken);
        }
    }

    private static Row? Load(OpenXmlReader reader)
    {
        try
        {
            return (Row?)reader.LoadCurrentElement();
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Broken(broken);
        }
    }

    private static RefusedFileException Broken(Exception? cause = null) => new("The file is no whole XLSX workbook: it is cut off or of another kind; export it again.", cause);

    private static List<string> Fields(Row row, SharedTexts shared)
    {
        List<string> fields = [];
        foreach (var cell in row.Elements<Cell>())
        {
            var place = Place(cell.CellReference?.Value) ?? fields.Count;
            while (fields.Count < place)
            {
                fields.Add("");
            }

            fields.Add(Text(cell, shared));
        }

        return fields.TrueForAll(field => field.Length == 0) ? [] : fields;
    }

    private static string Text(Cell cell, SharedTexts shared)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? shared[index]
            : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : value;
    }

    // The column of a reference like AB12, from 0.
    private static int? Place(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length is > 0 and <= 3 ? letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1 : null;
    }

    /// <summary>The texts that cells share: only where each begins is kept in memory.</summary>
    private sealed class SharedTexts : IAsyncDisposable
    {
        private readonly FileStream _file = new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        private readonly List<long> _ends = [];

        public static SharedTexts Load(SharedStringTablePart? part)
        {
            var texts = new SharedTexts();
            if (part is null)
            {
                return texts;
            }

            using var reader = OpenXmlReader.Create(part);
            while (Next(reader))
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    texts._file.Write(Encoding.UTF8.GetBytes(reader.LoadCurrentElement()?.InnerText ?? ""));
                    texts._ends.Add(texts._file.Position);
                }
            }

            texts._file.Flush();
            return texts;
        }

        public string this[int index]
        {
            get
            {
                if (index >= _ends.Count)
                {
                    return "";
                }

                var start = index == 0 ? 0 : _ends[index - 1];
                var bytes = new byte[_ends[index] - start];
                RandomAccess.Read(_file.SafeFileHandle, bytes, start);
                return Encoding.UTF8.GetString(bytes);
            }
        }

        public ValueTask DisposeAsync() => _file.DisposeAsync();
    }
}
