using System.Data.Common;
using System.Globalization;
using Dapper;
using Infoline.Cases.Numbers;
using Infoline.Sql;

namespace Infoline.Cases.Import;

/// <summary>
/// Brings files of the office's own system into the register: each file in one transaction, all or nothing but for the rows that
/// are rejected with their reason. Importing a file again changes nothing.
/// </summary>
public sealed class CaseImporter(Database database, TimeProvider time)
{
    private const string EndMark = "#end";
    private const int RowsBetweenProgress = 2_000;

    /// <summary>Imports a file of CSV or XLSX.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rejected">Is told each row that is left out, while the file is read.</param>
    /// <param name="progress">Is told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the import; nothing is imported then.</param>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells; nothing was imported.</exception>
    public async Task<ImportResult> ImportAsync(string path, Action<RejectedRow> rejected, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await FactsAsync(path, cancellationToken);
            await using var alone = await database.LockAsync("case-import", cancellationToken);
            await using var connection = await database.OpenAsync(cancellationToken);
            var stage = new ImportStage(connection, database.Dialect);
            try
            {
                var read = await ReadAsync(path, facts, stage, rejected, progress, cancellationToken);
                return await MergeAsync(Path.GetFileName(path), facts, read, stage, connection, rejected, cancellationToken);
            }
            finally
            {
                await stage.DropAsync(CancellationToken.None);
            }
        }
        catch (RefusedFileException refused)
        {
            return new ImportResult.Refused(refused.Message);
        }
    }

    private static async Task<FileFacts> FactsAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new RefusedFileException("There is no such file.")
            : file.Length == 0 ? throw new RefusedFileException("The file is empty.")
            : await FileFacts.ReadAsync(path, isText: !RowSource.IsXlsx(path), cancellationToken);
    }

    private async Task<ReadFile> ReadAsync(string path, FileFacts facts, ImportStage stage, Action<RejectedRow> rejected, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var today = OfficeDay.Of(time.GetUtcNow());
        var read = new ReadFile();
        ImportColumns? columns = null;
        await using var rows = await stage.OpenAsync(cancellationToken);
        await foreach (var row in RowSource.OpenAsync(path, facts, cancellationToken))
        {
            if (columns is null)
            {
                columns = ImportColumns.Of(row.Fields);
                continue;
            }

            if (string.Equals(row.Fields[0].Trim(), EndMark, StringComparison.OrdinalIgnoreCase))
            {
                read.Promised = row.Fields.Count > 1 && long.TryParse(row.Fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var promised) ? promised : -1;
                continue;
            }

            read.Rows++;
            var (imported, fault) = ImportedCase.Read(columns, row.Fields, today);
            if (imported is not null)
            {
                await ImportStage.AddAsync(rows, row.Line, imported, cancellationToken);
            }
            else if (!row.IsWhole)
            {
                throw new RefusedFileException($"The file is cut off: line {row.Line}, its last, is not whole ({fault}). Nothing was imported; export the file again.");
            }
            else
            {
                rejected(new RejectedRow(row.Line, fault!));
                read.Rejected++;
            }

            if (read.Rows % RowsBetweenProgress == 0)
            {
                progress?.Report(new ImportProgress(row.Share, read.Rows));
            }
        }

        read.Check(columns);
        read.Unused = columns!.Unused;
        await rows.CompleteAsync(cancellationToken);
        progress?.Report(new ImportProgress(1, read.Rows));
        return read;
    }

    private async Task<ImportResult> MergeAsync(string name, FileFacts facts, ReadFile read, ImportStage stage, DbConnection connection, Action<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        const string Note = """
            INSERT INTO case_imports (file_name, content_hash, finished_at, new_cases, changed_cases, unchanged_cases, rejected_rows)
            VALUES (@name, @ContentHash, @now, @New, @Changed, @Unchanged, @Rejected)
            """;
        read.Rejected += await stage.RemoveRepeatedAsync(rejected, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var counts = await stage.MergeAsync(now, transaction, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Note, new { name, facts.ContentHash, now, counts.New, counts.Changed, counts.Unchanged, read.Rejected }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return new ImportResult.Imported(counts.New, counts.Changed, counts.Unchanged, read.Rejected, facts.EncodingName, read.Unused);
    }

    private sealed class ReadFile
    {
        public long Rows { get; set; }

        public long Rejected { get; set; }

        /// <summary>How many rows the file's own last line says that it has.</summary>
        public long? Promised { get; set; }

        public IReadOnlyList<string> Unused { get; set; } = [];

        public void Check(ImportColumns? columns)
        {
            if (columns is null || Rows == 0)
            {
                throw new RefusedFileException("The file has no row but its first.");
            }

            if (Promised is { } promised && promised != Rows)
            {
                throw new RefusedFileException($"The last line promises {promised} rows and the file has {Rows}: it is cut off or put together wrongly. Nothing was imported; export the file again.");
            }

            if (Rejected * 2 > Rows)
            {
                throw new RefusedFileException($"{Rejected} of {Rows} rows are faulty, so this is hardly the file that was meant. Nothing was imported; the first faults are in the report.");
            }
        }
    }
}
