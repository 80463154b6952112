using System.Text;
using Dapper;
using Infoline.Cases.Import;
using Infoline.Sql;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Cases.Tests.Import;

/// <summary>Imports into a register of its own.</summary>
internal sealed class Importing : IAsyncDisposable
{
    public const string Header = "number;kind;stage;stage_since;birth_date;unit";
    private readonly TestDatabase _test;

    private Importing(TestDatabase test) => _test = test;

    public string Folder { get; } = Directory.CreateTempSubdirectory("infoline-import-").FullName;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public List<RejectedRow> Rejected { get; } = [];

    public CaseImporter Importer => new(_test.Database, Time);

    public Database Database => _test.Database;

    public static async Task<Importing> OpenAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind, CasesServices.Schema));

    public static string Row(int running, string stage = "opinions", string since = "2026-10-01", string born = "1990-03-05", string unit = "WSC") =>
        $"WSC-II-S.6151.{running}.2026;temporary residence;{stage};{since};{born};{unit}";

    public Task<ImportResult> ImportAsync(string text, Encoding? encoding = null, string name = "cases.csv") => ImportAsync((encoding ?? new UTF8Encoding(false)).GetBytes(text), name);

    public Task<ImportResult> ImportAsync(byte[] bytes, string name)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        Rejected.Clear();
        return Importer.ImportAsync(path, Rejected.Add, progress: null, CancellationToken.None);
    }

    public Task<ImportResult> ImportLinesAsync(params string[] lines) => ImportAsync(string.Join('\n', lines.Prepend(Header)) + "\n");

    public async Task<IReadOnlyList<string>> NumbersAsync() => await ListAsync("SELECT number FROM cases ORDER BY number");

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        return [.. await connection.QueryAsync<string>(sql)];
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
