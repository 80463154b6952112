using Infoline.Cases.Import;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infoline.Cases.Tests.Import;

public sealed class ImportFolderTests
{
    [Theory, OnEachDatabase]
    public async Task A_file_is_taken_when_it_has_stopped_growing_and_is_put_away_with_its_report(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var (folder, path) = Watch(office);

        File.WriteAllText(path, $"{Importing.Header}\n{Importing.Row(1)}\n");
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(0);
        File.AppendAllText(path, $"{Importing.Row(2, stage: "?")}\n{Importing.Row(3)}\n");
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(0);
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(1);

        File.Exists(path).ShouldBeFalse();
        File.Exists(Path.Combine(office.Folder, "imported", "20261124-090000-cases.csv")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(office.Folder, "imported", "20261124-090000-cases.csv.rejected.csv")).ShouldContain("3,\"'?' is no stage");
        (await office.NumbersAsync()).Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_refused_file_is_put_away_with_the_reason_and_the_next_one_is_taken(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var (folder, path) = Watch(office);
        File.WriteAllText(path, "not a list");
        File.WriteAllText(Path.Combine(office.Folder, "later.csv"), $"{Importing.Header}\n{Importing.Row(1)}\n");

        await folder.LookAsync(CancellationToken.None);
        (await folder.LookAsync(CancellationToken.None)).ShouldBe(2);

        File.ReadAllText(Path.Combine(office.Folder, "refused", "20261124-090000-cases.csv.reason.txt")).ShouldContain("The first row does not name the columns");
        (await office.NumbersAsync()).Count.ShouldBe(1);
    }

    private static (ImportFolder Folder, string Path) Watch(Importing office) =>
        (new ImportFolder(office.Database, office.Importer, Options.Create(new CasesOptions { ImportFolder = office.Folder }), office.Time, NullLogger<ImportFolder>.Instance), Path.Combine(office.Folder, "cases.csv"));
}
