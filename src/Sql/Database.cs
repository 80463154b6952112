using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Infoline.Sql;

/// <summary>Opens connections to the one database of the line. One instance serves the whole process.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>How long a writer to SQLite waits for another: well under the time limit of a webhook.</summary>
    private const int BusyMilliseconds = 5_000;

    private readonly NpgsqlDataSource? _postgreSql;
    private readonly string _sqlite;
    private int _walReady;

    /// <summary>Opens nothing yet.</summary>
    public Database(DatabaseLocation location)
    {
        ColumnTypes.Register();
        Location = location;
        (Dialect, _postgreSql, _sqlite) = location switch
        {
            DatabaseLocation.PostgreSql(var connection) => (Dialect.PostgreSql, NpgsqlDataSource.Create(connection), ""),
            DatabaseLocation.SqliteFile(var path) => (Dialect.Sqlite, null, ConnectionOf(path)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The differences of this database's SQL.</summary>
    public Dialect Dialect { get; }

    /// <summary>Where the database is.</summary>
    public DatabaseLocation Location { get; }

    /// <summary>The string by which this database's own driver connects.</summary>
    internal string ConnectionString => Location is DatabaseLocation.PostgreSql(var connection) ? connection : _sqlite;

    /// <summary>A pooled connection, open and ready; dispose it to give it back.</summary>
    /// <exception cref="Exception">One that <see cref="IsOutage"/> tells, when the database cannot be reached.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        _postgreSql is not null ? await _postgreSql.OpenConnectionAsync(cancellationToken) : await OpenSqliteAsync(cancellationToken);

    /// <summary>
    /// Waits to be the only holder of a name among all nodes of this database, for work that must not run twice at a time. The
    /// lock ends with its disposal, with the process, or with the connection.
    /// </summary>
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => Location switch
    {
        DatabaseLocation.PostgreSql => AdvisoryLock.TakeAsync(_postgreSql!, name, cancellationToken),
        DatabaseLocation.SqliteFile(var path) => FileLock.TakeAsync($"{path}.{name}.lock", cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Asks the database for the smallest answer.</summary>
    public async Task<DatabaseHealth> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await connection.ExecuteScalarAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: cancellationToken));
            return new DatabaseHealth.Up();
        }
        catch (Exception outage) when (IsOutage(outage))
        {
            return new DatabaseHealth.Down(outage.GetType().Name);
        }
    }

    /// <summary>
    /// Whether an exception means that the database cannot serve now (not reached, overloaded, read-only, full, or its schema
    /// not yet there), as against a mistake in a query. Callers of the line go on without it.
    /// </summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57", StringComparison.Ordinal) || state.StartsWith("58", StringComparison.Ordinal) || state.StartsWith("28", StringComparison.Ordinal)
            || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable,
        NpgsqlException or TimeoutException or SocketException or IOException or UnauthorizedAccessException => true,
        SqliteException { SqliteErrorCode: var code } => code is 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 23 or 26,
        _ => false,
    };

    /// <summary>Closes the pooled connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
            return;
        }

        using var connection = new SqliteConnection(_sqlite);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionOf(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(path),
        ForeignKeys = true,
        DefaultTimeout = BusyMilliseconds / 1000,
        Pooling = true,
    }.ToString();

    private async Task<DbConnection> OpenSqliteAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_sqlite);
        try
        {
            if (_walReady == 0)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
            }

            await connection.OpenAsync(cancellationToken);
            await using var settings = connection.CreateCommand();

            // Readers and the one writer do not wait for each other; the file keeps this mode, so one connection sets it.
            settings.CommandText = _walReady == 0
                ? $"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                : $"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA synchronous=NORMAL;";
            await settings.ExecuteNonQueryAsync(cancellationToken);
            _walReady = 1;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

/// <summary>The answer of <see cref="Database.ProbeAsync"/>.</summary>
public abstract record DatabaseHealth
{
    private DatabaseHealth()
    {
    }

    /// <summary>The database answered.</summary>
    public sealed record Up : DatabaseHealth;

    /// <summary>It did not.</summary>
    /// <param name="Kind">The kind of fault, without addresses or data.</param>
    public sealed record Down(string Kind) : DatabaseHealth;
}
