using System.Globalization;
using System.Text;

namespace Infoline.Cases.Import;

/// <summary>Writes rejected rows to a file as they come; without any there is no file.</summary>
/// <param name="path">Where.</param>
internal sealed class RejectionReport(string path) : IAsyncDisposable
{
    private StreamWriter? _writer;

    public string Path { get; } = path;

    public long Count { get; private set; }

    public void Add(RejectedRow row)
    {
        if (_writer is null)
        {
            // With its mark, so that spreadsheets read the letters right.
            _writer = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            _writer.WriteLine("line,reason");
        }

        Count++;
        _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Line},\"{row.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    public async Task CloseAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}
