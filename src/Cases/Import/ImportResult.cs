namespace Infoline.Cases.Import;

/// <summary>A row that was left out.</summary>
/// <param name="Line">Its line in the file, from 1, the header being the first.</param>
/// <param name="Reason">What is wrong and what to write instead; holds no number and no date of a person.</param>
public sealed record RejectedRow(long Line, string Reason);

/// <summary>How far an import is.</summary>
/// <param name="Share">From 0 to 1; null while it cannot be known.</param>
/// <param name="Rows">Rows read.</param>
public sealed record ImportProgress(double? Share, long Rows);

/// <summary>What became of a file.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>The file is in the register, in one transaction.</summary>
    /// <param name="New">Cases that were not there.</param>
    /// <param name="Changed">Cases that the file changes.</param>
    /// <param name="Unchanged">Cases that are as the file says.</param>
    /// <param name="Rejected">Rows left out; each was told with its line.</param>
    /// <param name="ReadAs">How the text was encoded.</param>
    /// <param name="UnusedColumns">Columns that the register has no use for.</param>
    public sealed record Imported(long New, long Changed, long Unchanged, long Rejected, string ReadAs, IReadOnlyList<string> UnusedColumns) : ImportResult;

    /// <summary>Nothing was imported.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Refused(string Reason) : ImportResult;
}

/// <summary>A file that cannot be imported as a whole.</summary>
internal sealed class RefusedFileException(string reason, Exception? cause = null) : Exception(reason, cause);
