using Dapper;
using Infoline.Cases.Import;
using Infoline.Cases.Register;
using Infoline.Sql;
using Infoline.Sql.Testing;
using Spectre.Console;

namespace Infoline.Cases.Tests.Import;

public sealed class CommandTests
{
    [Theory, OnEachDatabase]
    public async Task The_command_makes_the_schema_imports_and_tells_what_it_did(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("infoline-command-").FullName;
        var path = Path.Combine(folder, "cases.csv");
        File.WriteAllText(path, $"{Importing.Header}\n{Importing.Row(1)}\n{Importing.Row(2, stage: "?")}\n");
        var words = new StringWriter();

        var code = await ImportCommand.RunAsync(path, Connection(test), Console(words), CancellationToken.None);

        code.ShouldBe(0);
        words.ToString().ShouldContain("line 3: '?' is no stage");
        words.ToString().ShouldContain("1 new, 0 changed, 0 unchanged, 1 rejected");
        File.ReadAllLines(path + ".rejected.csv").Length.ShouldBe(2);
        (await CheckCommand.RunAsync(Connection(test), Console(words), CancellationToken.None)).ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_with_an_exit_code()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var words = new StringWriter();

        (await ImportCommand.RunAsync("/nonexistent.csv", Connection(test), Console(words), CancellationToken.None)).ShouldBe(1);

        words.ToString().ShouldContain("There is no such file.");
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_with_an_exit_code() =>
        (await ImportCommand.RunAsync("/nonexistent.csv", "Host=/nonexistent;Database=x;Timeout=1", Console(new StringWriter()), CancellationToken.None)).ShouldBe(2);

    [Theory, OnEachDatabase]
    public async Task A_register_of_an_office_is_checked_column_by_column_and_row_by_row(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, CasesServices.Schema);
        await using (var connection = await test.Database.OpenAsync(CancellationToken.None))
        {
            await connection.ExecuteAsync("""
                INSERT INTO cases (number, running_number, year, kind, office, unit, stage, stage_since, birth_date, fingerprint, imported_at)
                VALUES ('WSC.6151.1.2026', 2, 2026, 'k', 'o', 'u', 'granted', @day, @day, 1, @now)
                """, new { day = new DateOnly(2026, 1, 1), now = DateTimeOffset.UnixEpoch });
        }

        (await RegisterContract.CheckAsync(test.Database, CancellationToken.None)).ShouldBe(
            ["1 of 1 rows have a running_number or a year that is not that of the number.", "1 of 1 rows have a stage that is none of the names in docs/case-register.md."]);

        await using (var connection = await test.Database.OpenAsync(CancellationToken.None))
        {
            await connection.ExecuteAsync("DROP VIEW case_register_history; CREATE VIEW case_register_history AS SELECT 'x' AS number, 'y' AS stage");
        }

        (await RegisterContract.CheckAsync(test.Database, CancellationToken.None)).ShouldBe(["The view case_register_history has no column since that can be read."]);
    }

    private static string Connection(TestDatabase test) => test.Database.Location switch
    {
        DatabaseLocation.PostgreSql(var connection) => connection,
        DatabaseLocation.SqliteFile(var path) => $"Data Source={path}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IAnsiConsole Console(StringWriter words)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(words) });
        console.Profile.Width = 300;
        return console;
    }
}
