using System.CommandLine;
using Infoline.Sql;
using Spectre.Console;

namespace Infoline.Cases.Register;

/// <summary><c>cases check</c>: whether a database has the views that look-ups read.</summary>
internal static class CheckCommand
{
    public static Command Create(Option<string?> connection)
    {
        var command = new Command("check", "Checks that a database gives the views of docs/case-register.md.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(connection), AnsiConsole.Console, cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(string? connection, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (!DatabaseLocation.TryParse(connection ?? Environment.GetEnvironmentVariable("Cases__Register"), out var location, out var fault))
        {
            console.MarkupLineInterpolated($"[red]Cases:Register {fault}[/]");
            return 2;
        }

        await using var database = new Database(location);
        try
        {
            var faults = await RegisterContract.CheckAsync(database, cancellationToken);
            foreach (var each in faults)
            {
                console.MarkupLineInterpolated($"[red]{each}[/]");
            }

            console.MarkupLineInterpolated($"{(faults.Count == 0 ? "The register can be read." : $"{faults.Count} faults.")}");
            return faults.Count == 0 ? 0 : 1;
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            console.MarkupLineInterpolated($"[red]The database cannot be reached ({outage.GetType().Name}).[/]");
            return 2;
        }
    }
}
