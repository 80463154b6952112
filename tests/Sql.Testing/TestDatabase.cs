using Infoline.Sql.Schema;

namespace Infoline.Sql.Testing;

/// <summary>A database of one test, empty but for the schema, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _folder;

    private TestDatabase(DatabaseLocation location, string? folder) => (Database, _folder) = (new Database(location), folder);

    /// <summary>The database as the application sees it.</summary>
    public Database Database { get; }

    /// <summary>Makes a database and runs the schema scripts of the capabilities given.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params SchemaScripts[] capabilities)
    {
        var folder = kind == DatabaseKind.Sqlite ? Directory.CreateTempSubdirectory("infoline-db-").FullName : null;
        var location = folder is null
            ? await (await PrivatePostgreSql.SharedAsync()).CreateDatabaseAsync()
            : new DatabaseLocation.SqliteFile(Path.Combine(folder, "test.db"));
        var made = new TestDatabase(location, folder);
        if (capabilities.Length > 0)
        {
            await new SchemaUpgrade(made.Database, capabilities).RunAsync(CancellationToken.None);
        }

        return made;
    }

    /// <summary>A second way to the same database, as another node has it. The caller disposes it.</summary>
    public Database AnotherNode() => new(Database.Location);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
        else if (Database.Location is DatabaseLocation.PostgreSql location)
        {
            await (await PrivatePostgreSql.SharedAsync()).DropDatabaseAsync(location);
        }
    }
}
