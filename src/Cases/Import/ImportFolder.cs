using System.Globalization;
using System.Text;
using Infoline.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Infoline.Cases.Import;

/// <summary>
/// Imports what the office's system puts into a folder. A file is taken when it has kept its size between two looks; afterwards it
/// lies in <c>imported</c> or <c>refused</c> with a report beside it. Several nodes may watch one folder.
/// </summary>
public sealed partial class ImportFolder(Database database, CaseImporter importer, IOptions<CasesOptions> options, TimeProvider time, ILogger<ImportFolder> log)
{
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    /// <returns>How many files were imported or refused.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var ready = Directory.EnumerateFiles(options.Value.ImportFolder).Where(IsImport).Where(HasKeptItsSize).Order(StringComparer.Ordinal).ToList();
        if (ready.Count == 0)
        {
            return 0;
        }

        await using var alone = await database.LockAsync("case-import-folder", cancellationToken);
        var done = 0;
        foreach (var path in ready.Where(File.Exists))
        {
            await ImportAsync(path, cancellationToken);
            _sizes.Remove(path);
            done++;
        }

        return done;
    }

    private static bool IsImport(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || RowSource.IsXlsx(path);

    private bool HasKeptItsSize(string path)
    {
        var size = new FileInfo(path).Length;
        var kept = _sizes.TryGetValue(path, out var before) && before == size;
        _sizes[path] = size;
        return kept;
    }

    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Path.GetFileName(path)}");
        await using var report = new RejectionReport(path + ".rejected.csv");
        var result = await importer.ImportAsync(path, report.Add, progress: null, cancellationToken);
        await report.CloseAsync();
        var folder = Directory.CreateDirectory(Path.Combine(options.Value.ImportFolder, result is ImportResult.Imported ? "imported" : "refused")).FullName;
        File.Move(path, Path.Combine(folder, name), overwrite: true);
        if (report.Count > 0)
        {
            File.Move(report.Path, Path.Combine(folder, name + ".rejected.csv"), overwrite: true);
        }

        var file = Path.GetFileName(path);
        switch (result)
        {
            case ImportResult.Imported imported:
                Imported(log, file, imported.New, imported.Changed, imported.Unchanged, imported.Rejected);
                break;
            case ImportResult.Refused refused:
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".reason.txt"), refused.Reason + Environment.NewLine, Encoding.UTF8, cancellationToken);
                Refused(log, file, refused.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    [LoggerMessage(EventName = "CasesImported", Level = LogLevel.Information, Message = "{File} is imported: {New} new cases, {Changed} changed, {Unchanged} unchanged, {Rejected} rows rejected.")]
    private static partial void Imported(ILogger logger, string file, long @new, long changed, long unchanged, long rejected);

    [LoggerMessage(EventName = "CasesRefused", Level = LogLevel.Error, Message = "{File} is refused and nothing of it imported: {Reason}")]
    private static partial void Refused(ILogger logger, string file, string reason);
}

/// <summary>Looks into the folder all the time.</summary>
internal sealed partial class ImportFolderWatch(ImportFolder folder, IOptions<CasesOptions> options, TimeProvider time, ILogger<ImportFolderWatch> log) : BackgroundService
{
    // Looking works on every kind of share; notices of changes do not.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ImportFolder.Length == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await folder.LookAsync(stoppingToken);
            }
            catch (Exception outage) when (Database.IsOutage(outage))
            {
                Postponed(log, outage);
            }
        }
    }

    [LoggerMessage(EventName = "CasesImportPostponed", Level = LogLevel.Warning, Message = "The folder of imports or the database cannot be reached; this is tried again in a moment.")]
    private static partial void Postponed(ILogger logger, Exception outage);
}
