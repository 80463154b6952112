using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Infoline.Sql;

/// <summary>One of the two kinds of database, and where it is.</summary>
public abstract record DatabaseLocation
{
    private const string DefaultFile = "data/infoline.db";
    private const string HowToWrite = "leave it empty for the file data/infoline.db, or write for example 'Host=db;Database=infoline;Username=infoline;Password=...'";

    private DatabaseLocation()
    {
    }

    /// <summary>A SQLite file, made when it is not there.</summary>
    /// <param name="Path">Relative paths start at the current folder.</param>
    public sealed record SqliteFile(string Path) : DatabaseLocation;

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="ConnectionString">As Npgsql reads it.</param>
    public sealed record PostgreSql(string ConnectionString) : DatabaseLocation
    {
        /// <summary>Without the connection string, which may hold a password.</summary>
        public override string ToString() => nameof(PostgreSql);
    }

    /// <summary>Reads the one setting. Total: any text gives a location or the rest of a sentence that begins with the setting's key.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DatabaseLocation? location, [NotNullWhen(false)] out string? fault)
    {
        (location, fault) = Parse(text?.Trim() ?? "");
        return location is not null;
    }

    private static (DatabaseLocation? Location, string? Fault) Parse(string text)
    {
        if (text.Length == 0)
        {
            return (new SqliteFile(DefaultFile), null);
        }

        DbConnectionStringBuilder fields = [];
        try
        {
            fields.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return (null, $"is not a list of 'Key=Value' pairs with semicolons between them; {HowToWrite}.");
        }

        return fields.ContainsKey("Host") || fields.ContainsKey("Server") ? PostgreSqlFrom(fields)
            : fields.ContainsKey("Data Source") || fields.ContainsKey("Filename") ? SqliteFrom(text)
            : (null, $"names neither a host nor a file; {HowToWrite}.");
    }

    private static (DatabaseLocation?, string?) PostgreSqlFrom(DbConnectionStringBuilder fields)
    {
        try
        {
            // A caller waits at the other end: a database that does not answer is told from one that does before the webhook times out.
            foreach (var (key, value) in new[] { ("Timeout", "3"), ("Command Timeout", "10"), ("Application Name", "infoline") })
            {
                if (!fields.ContainsKey(key))
                {
                    fields[key] = value;
                }
            }

            var npgsql = new NpgsqlConnectionStringBuilder(fields.ConnectionString);
            return string.IsNullOrWhiteSpace(npgsql.Database)
                ? (null, $"names a host but no database; add for example 'Database=infoline'.")
                : (new PostgreSql(npgsql.ConnectionString), null);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return (null, $"has a key or a value that PostgreSQL connections do not know; {HowToWrite}.");
        }
    }

    private static (DatabaseLocation?, string?) SqliteFrom(string text)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(text).DataSource;
            return file.Length == 0 || file.StartsWith(':')
                ? (null, "is a SQLite database in memory, which would be lost at every stop; write a file, for example 'Data Source=data/infoline.db'.")
                : (new SqliteFile(file), null);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return (null, "has a key or a value that SQLite connections do not know; write for example 'Data Source=data/infoline.db'.");
        }
    }
}
