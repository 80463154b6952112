using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Infoline.Sql.Testing;

/// <summary>
/// A PostgreSQL server of this process alone, in a temporary folder, reached by a socket file. It ends with this process however
/// that ends: its keeper waits on a pipe that the system closes.
/// </summary>
public sealed class PrivatePostgreSql : IAsyncDisposable
{
    // Runs as the user postgres, because the server refuses to run as root.
    private const string Keeper = """
        folder=$(mktemp -d /tmp/infoline-pg-XXXXXX) && trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 -c "fsync=$2" -c "synchronous_commit=$2" -c "full_page_writes=$2" -c shared_buffers=256MB >"$folder/log" 2>&1 &
        server=$!
        until "$1/pg_isready" -q -h "$folder"; do kill -0 $server || { cat "$folder/log" >&2; exit 1; }; sleep 0.05; done
        echo "$folder"
        read -r end || true
        kill -INT $server; wait $server
        """;

    private static readonly Lazy<Task<PrivatePostgreSql>> One = new(() => StartAsync(durable: false));
    private static int _databases;
    private readonly Process _keeper;

    private PrivatePostgreSql(Process keeper, string folder) => (_keeper, Folder) = (keeper, folder);

    /// <summary>Why there is no server on this machine; null when there is one.</summary>
    public static string? Absence { get; } = Programs() is null ? "PostgreSQL is not installed under /usr/lib/postgresql (apt-get install postgresql)." : null;

    /// <summary>The folder of the server's socket.</summary>
    public string Folder { get; }

    /// <summary>The server that all tests of this process share, started by the first.</summary>
    public static Task<PrivatePostgreSql> SharedAsync() => One.Value;

    /// <summary>Starts a server.</summary>
    /// <param name="durable">Whether it waits for the disk, as one in use does.</param>
    public static async Task<PrivatePostgreSql> StartAsync(bool durable)
    {
        var programs = Programs() ?? throw new InvalidOperationException(Absence);
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        string[] shell = ["sh", "-c", Keeper, "sh", programs, durable ? "on" : "off"];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        start.FileName = command[0];
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        var keeper = Process.Start(start)!;
        var folder = await keeper.StandardOutput.ReadLineAsync();
        return folder is not null ? new PrivatePostgreSql(keeper, folder) : throw new InvalidOperationException("The private PostgreSQL did not start; its words are above.");
    }

    /// <summary>Makes a database.</summary>
    /// <param name="template">What it is a copy of, while nobody is connected to that; null: an empty one.</param>
    public async Task<DatabaseLocation> CreateDatabaseAsync(DatabaseLocation.PostgreSql? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {(template is null ? "template0" : new NpgsqlConnectionStringBuilder(template.ConnectionString).Database)}");
        return new DatabaseLocation.PostgreSql(ConnectionTo(name));
    }

    /// <summary>Removes a database and throws out whoever is connected to it.</summary>
    public Task DropDatabaseAsync(DatabaseLocation.PostgreSql location) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(location.ConnectionString).Database} WITH (FORCE)");

    /// <summary>Stops the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Path.GetDirectoryName).LastOrDefault()
        : null;

    private string ConnectionTo(string database) => $"Host={Folder};Username=postgres;Database={database};Timeout=5;Command Timeout=60;Max Auto Prepare=0";

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
