using Microsoft.Extensions.Options;

namespace Infoline.Sql;

/// <summary>Where cases, call records, accounts and the audit are kept, under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Database";

    /// <summary>
    /// Empty: the file <c>data/infoline.db</c> under the current folder. <c>Data Source=FILE</c>: another SQLite file.
    /// Anything with <c>Host=</c>: a PostgreSQL database.
    /// </summary>
    public string Connection { get; set; } = "";
}

/// <summary>Refuses to start with a connection that could not be opened, and says what to write instead; never repeats the value, which may hold a password.</summary>
internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        DatabaseLocation.TryParse(options.Connection, out _, out var fault)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{DatabaseOptions.Section}:{nameof(options.Connection)} {fault}");
}
