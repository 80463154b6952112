using System.CommandLine;
using System.Globalization;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Spectre.Console;

namespace Infoline.Cases.Import;

/// <summary><c>cases import FILE</c>. Ends with 0 when the file is imported, 1 when it is refused, 2 when the database cannot be reached.</summary>
internal static class ImportCommand
{
    private const int ShownRejections = 10;

    public static Command Create(Option<string?> connection)
    {
        var file = new Argument<FileInfo>("file") { Description = "A file of CSV or XLSX with the columns of docs/cases-import.md." };
        var command = new Command("import", "Brings a file of the office's system into the register, in one transaction.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file).FullName, parsed.GetValue(connection), AnsiConsole.Console, cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(string path, string? connection, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (!DatabaseLocation.TryParse(connection ?? Environment.GetEnvironmentVariable("Database__Connection"), out var location, out var fault))
        {
            console.MarkupLineInterpolated($"[red]Database:Connection {fault}[/]");
            return 2;
        }

        await using var database = new Database(location);
        await using var report = new RejectionReport(path + ".rejected.csv");
        List<RejectedRow> first = [];
        void Reject(RejectedRow row)
        {
            report.Add(row);
            if (first.Count < ShownRejections)
            {
                first.Add(row);
            }
        }

        try
        {
            await new SchemaUpgrade(database, [CasesServices.Schema]).RunAsync(cancellationToken);
            var began = TimeProvider.System.GetTimestamp();
            var result = await WithProgressAsync(console, progress => new CaseImporter(database, TimeProvider.System).ImportAsync(path, Reject, progress, cancellationToken));
            await report.CloseAsync();
            return Tell(console, result, TimeProvider.System.GetElapsedTime(began), first, report);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            console.MarkupLineInterpolated($"[red]The {database.Dialect.Name} database cannot be reached ({outage.GetType().Name}); nothing was imported.[/]");
            return 2;
        }
    }

    private static Task<ImportResult> WithProgressAsync(IAnsiConsole console, Func<IProgress<ImportProgress>, Task<ImportResult>> import) =>
        console.Progress().Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(context =>
        {
            var reading = context.AddTask("reading", maxValue: 1);
            return import(new Bar(reading));
        });

    private static int Tell(IAnsiConsole console, ImportResult result, TimeSpan elapsed, List<RejectedRow> first, RejectionReport report)
    {
        foreach (var row in first)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]line {row.Line}: {row.Reason}[/]");
        }

        if (report.Count > 0)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{report.Count} rows are rejected; all of them stand in {report.Path}.");
        }

        switch (result)
        {
            case ImportResult.Imported imported:
                if (imported.UnusedColumns.Count > 0)
                {
                    console.MarkupLineInterpolated($"Not used: the columns {string.Join(", ", imported.UnusedColumns)}.");
                }

                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]Imported[/] in {elapsed.TotalSeconds:0.0} s, read as {imported.ReadAs}: {imported.New} new, {imported.Changed} changed, {imported.Unchanged} unchanged, {imported.Rejected} rejected.");
                return 0;
            case ImportResult.Refused refused:
                console.MarkupLineInterpolated($"[red]Refused:[/] {refused.Reason}");
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{value.Rows:N0} rows");
            task.IsIndeterminate = value.Share is null;
            task.Value = value.Share ?? 0;
        }
    }
}
