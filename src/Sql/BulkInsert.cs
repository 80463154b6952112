using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Infoline.Sql;

/// <summary>
/// Fills a table with many rows: by COPY on PostgreSQL, by one prepared insert in one transaction on SQLite. Memory does not grow
/// with the number of rows. Values are texts, whole numbers (<see cref="long"/>), days, instants in UTC, or null.
/// </summary>
public abstract class BulkInsert : IAsyncDisposable
{
    private BulkInsert()
    {
    }

    /// <summary>Begins to fill a table. The connection serves nothing else until this is disposed.</summary>
    /// <param name="connection">One that <see cref="Database.OpenAsync"/> gave.</param>
    /// <param name="table">The table's name, from code.</param>
    /// <param name="columns">The names of the columns, from code.</param>
    /// <param name="cancellationToken">Stops the beginning.</param>
    public static async Task<BulkInsert> BeginAsync(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken cancellationToken) => connection switch
    {
        NpgsqlConnection npgsql => new Copy(await npgsql.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken)),
        SqliteConnection sqlite => new Prepared(sqlite, table, columns),
        _ => throw new ArgumentException("Not a connection of this database.", nameof(connection)),
    };

    /// <summary>Adds a row with a value for each column.</summary>
    public abstract Task AddAsync(IReadOnlyList<object?> row, CancellationToken cancellationToken);

    /// <summary>Keeps the rows; without this they are gone with the disposal.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private sealed class Copy(NpgsqlBinaryImporter importer) : BulkInsert
    {
        public override async Task AddAsync(IReadOnlyList<object?> row, CancellationToken cancellationToken)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => importer.WriteNullAsync(cancellationToken),
                    string text => importer.WriteAsync(text, cancellationToken),
                    long number => importer.WriteAsync(number, cancellationToken),
                    DateOnly day => importer.WriteAsync(day, cancellationToken),
                    DateTimeOffset instant => importer.WriteAsync(instant.ToUniversalTime(), cancellationToken),
                    _ => throw new ArgumentException($"Values of {value.GetType().Name} have no column.", nameof(row)),
                });
            }
        }

        public override async Task CompleteAsync(CancellationToken cancellationToken) => await importer.CompleteAsync(cancellationToken);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }

    private sealed class Prepared : BulkInsert
    {
        private readonly SqliteTransaction _transaction;
        private readonly SqliteCommand _command;

        public Prepared(SqliteConnection connection, string table, IReadOnlyList<string> columns)
        {
            // Deferred: filling a temporary table does not keep other writers of the file waiting.
            _transaction = connection.BeginTransaction(deferred: true);
            _command = connection.CreateCommand();
            _command.Transaction = _transaction;
            _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
            for (var index = 0; index < columns.Count; index++)
            {
                _command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
            }

            _command.Prepare();
        }

        public override async Task AddAsync(IReadOnlyList<object?> row, CancellationToken cancellationToken)
        {
            for (var index = 0; index < row.Count; index++)
            {
                _command.Parameters[index].Value = row[index] switch
                {
                    null => DBNull.Value,
                    DateOnly day => ColumnTypes.Text(day),
                    DateTimeOffset instant => ColumnTypes.Text(instant),
                    var value => value,
                };
            }

            await _command.ExecuteNonQueryAsync(cancellationToken);
        }

        public override Task CompleteAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await _command.DisposeAsync();
            await _transaction.DisposeAsync();
        }
    }
}
