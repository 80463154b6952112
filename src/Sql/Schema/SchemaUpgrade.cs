using DbUp;
using DbUp.Builder;

namespace Infoline.Sql.Schema;

/// <summary>Brings the schema of every capability to the newest number. Safe when several nodes start at once, and when it runs again.</summary>
public sealed class SchemaUpgrade(Database database, IEnumerable<SchemaScripts> capabilities)
{
    private const string Journal = "schema_scripts";

    /// <summary>Runs the scripts that the journal does not name yet, each in a transaction of its own.</summary>
    /// <returns>The names of the scripts that ran.</returns>
    /// <exception cref="SchemaUpgradeException">A script failed; those before it stay.</exception>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells, when the database cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var alone = await database.LockAsync("schema", cancellationToken);
        await using (await database.OpenAsync(cancellationToken))
        {
            // Opening makes the file of SQLite and tells an outage before DbUp would wrap it.
        }

        List<string> ran = [];
        foreach (var capability in capabilities)
        {
            ran.AddRange(await Task.Run(() => Run(capability), cancellationToken));
        }

        return ran;
    }

    private IEnumerable<string> Run(SchemaScripts capability)
    {
        var builder = Target()
            .WithVariables(database.Dialect.ScriptWords.ToDictionary(StringComparer.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere();
        foreach (var (name, text) in capability.For(database.Dialect))
        {
            builder.WithScript(name, text);
        }

        var result = builder.Build().PerformUpgrade();
        return result.Successful
            ? result.Scripts.Select(script => script.Name)
            : throw new SchemaUpgradeException(result.ErrorScript?.Name ?? capability.Capability, result.Error);
    }

    // Connections that run scripts close when they are done, instead of lingering in a pool of their own.
    private string WithoutPool => $"{database.ConnectionString};Pooling=False";

    private UpgradeEngineBuilder Target() => database.Location switch
    {
        DatabaseLocation.PostgreSql => DeployChanges.To.PostgresqlDatabase(WithoutPool).JournalToPostgresqlTable("public", Journal),
        DatabaseLocation.SqliteFile => DeployChanges.To.SqliteDatabase(WithoutPool).JournalToSqliteTable(Journal),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A schema script could not run.</summary>
/// <param name="script">The script's name in the journal.</param>
/// <param name="cause">What the database said.</param>
public sealed class SchemaUpgradeException(string script, Exception cause) : Exception($"The schema script {script} failed: {cause.Message}", cause)
{
    /// <summary>The script's name in the journal.</summary>
    public string Script { get; } = script;
}
