using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Infoline.Sql.Testing;

/// <summary>The databases on which everything must work.</summary>
public enum DatabaseKind
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>A database on the private server.</summary>
    PostgreSql,
}

/// <summary>Runs a theory once on each database, with its <see cref="DatabaseKind"/> as the last argument; one that is absent is skipped and says why.</summary>
/// <param name="arguments">What stands before it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEachDatabaseAttribute(params object?[] arguments) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseKind>().Select(Row)]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseKind kind) => new([.. arguments, kind])
    {
        Skip = kind == DatabaseKind.PostgreSql ? PrivatePostgreSql.Absence : null,
    };
}
