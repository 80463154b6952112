using System.Collections.Concurrent;
using Infoline.Sql.Schema;

namespace Infoline.Sql.Testing;

/// <summary>A database of one test, empty but for the schema, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseKind, string), Lazy<Task<DatabaseLocation>>> Templates = new();
    private readonly string? _folder;

    private TestDatabase(DatabaseLocation location, string? folder) => (Database, _folder) = (new Database(location), folder);

    /// <summary>The database as the application sees it.</summary>
    public Database Database { get; }

    /// <summary>Makes a database with the schema of the capabilities given. The scripts run once a process; each test gets a copy.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params SchemaScripts[] capabilities)
    {
        if (capabilities.Length == 0)
        {
            return await EmptyAsync(kind);
        }

        var key = (kind, string.Join('+', capabilities.Select(capability => capability.Capability)));
        return await CopyAsync(await Templates.GetOrAdd(key, _ => new(() => TemplateAsync(kind, capabilities))).Value);
    }

    private static async Task<TestDatabase> EmptyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            return new TestDatabase(await (await PrivatePostgreSql.SharedAsync()).CreateDatabaseAsync(), null);
        }

        var folder = NewFolder();
        return new TestDatabase(new DatabaseLocation.SqliteFile(Path.Combine(folder, "test.db")), folder);
    }

    private static async Task<DatabaseLocation> TemplateAsync(DatabaseKind kind, SchemaScripts[] capabilities)
    {
        var made = await EmptyAsync(kind);
        await new SchemaUpgrade(made.Database, capabilities).RunAsync(CancellationToken.None);
        await made.Database.DisposeAsync();
        if (made._folder is { } folder)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        }

        return made.Database.Location;
    }

    private static async Task<TestDatabase> CopyAsync(DatabaseLocation template)
    {
        if (template is DatabaseLocation.PostgreSql server)
        {
            return new TestDatabase(await (await PrivatePostgreSql.SharedAsync()).CreateDatabaseAsync(server), null);
        }

        var folder = NewFolder();
        var file = Path.Combine(folder, "test.db");
        File.Copy(((DatabaseLocation.SqliteFile)template).Path, file);
        return new TestDatabase(new DatabaseLocation.SqliteFile(file), folder);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("infoline-db-").FullName;

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
