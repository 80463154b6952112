using Infoline.Cases;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Infoline.Sql.Testing;

namespace Infoline.Benchmarks.Cases;

/// <summary>Both databases as they are used, in temporary folders: SQLite with its log, PostgreSQL waiting for the disk.</summary>
internal static class BenchmarkDatabases
{
    public static async IAsyncEnumerable<(string Name, Database Database)> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("infoline-benchmark-").FullName;
        await using (var sqlite = new Database(new DatabaseLocation.SqliteFile(Path.Combine(folder, "cases.db"))))
        {
            await new SchemaUpgrade(sqlite, [CasesServices.Schema]).RunAsync(CancellationToken.None);
            yield return ("SQLite", sqlite);
        }

        Directory.Delete(folder, recursive: true);
        if (PrivatePostgreSql.Absence is { } absence)
        {
            Console.WriteLine($"PostgreSQL is left out: {absence}");
            yield break;
        }

        await using var server = await PrivatePostgreSql.StartAsync(durable: true);
        await using var postgreSql = new Database(await server.CreateDatabaseAsync());
        await new SchemaUpgrade(postgreSql, [CasesServices.Schema]).RunAsync(CancellationToken.None);
        yield return ("PostgreSQL", postgreSql);
    }
}
