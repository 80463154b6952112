using Dapper;
using Infoline.Sql.Schema;
using Infoline.Sql.Testing;

namespace Infoline.Sql.Tests;

public sealed class DatabaseTests
{
    private static readonly SchemaScripts Samples = new("samples", typeof(DatabaseTests).Assembly);

    [Theory, OnEachDatabase]
    public async Task Instants_and_days_come_back_as_they_went(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);
        var summer = new DateTimeOffset(2026, 7, 1, 14, 5, 6, TimeSpan.FromHours(2)).AddTicks(1_234_560);
        var born = new DateOnly(1988, 2, 29);

        await using var connection = await test.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("INSERT INTO samples (name, happened_at, born, seen) VALUES ('a', @summer, @born, @seen)", new { summer, born, seen = true });
        var row = await connection.QuerySingleAsync<Sample>("SELECT id, name, happened_at AS HappenedAt, born, seen, amount FROM samples WHERE happened_at = @summer AND born = @born AND seen", new { summer, born });

        row.HappenedAt.ShouldBe(summer);
        row.HappenedAt.Offset.ShouldBe(TimeSpan.Zero);
        row.Born.ShouldBe(born);
        row.Seen.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task A_day_may_be_missing(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);

        await using var connection = await test.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("INSERT INTO samples (name, happened_at, born) VALUES ('a', @now, @born)", new { now = DateTimeOffset.UnixEpoch, born = (DateOnly?)null });

        (await connection.QuerySingleAsync<Sample>("SELECT happened_at AS HappenedAt, born FROM samples")).Born.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Instants_sort_by_time_whatever_their_offset(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);
        var early = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(5));
        var late = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

        await using var connection = await test.Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("INSERT INTO samples (name, happened_at) VALUES (@name, @at)", new[] { new { name = "late", at = late }, new { name = "early", at = early } });

        (await connection.QueryAsync<string>("SELECT name FROM samples ORDER BY happened_at")).ShouldBe(["early", "late"]);
    }

    [Theory, OnEachDatabase]
    public async Task Each_database_runs_its_own_scripts_and_one_journal_names_them(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);

        var ran = await new SchemaUpgrade(test.Database, [Samples]).RunAsync(CancellationToken.None);
        var again = await new SchemaUpgrade(test.Database, [Samples]).RunAsync(CancellationToken.None);

        ran.ShouldBe(["samples/0001_samples.sql", $"samples/0002_only-one.{test.Database.Dialect.Name}.sql"]);
        again.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Nodes_that_start_at_once_run_each_script_once(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var nodes = Enumerable.Range(0, 6).Select(_ => test.AnotherNode()).ToList();

        var ran = await Task.WhenAll(nodes.Select(node => Task.Run(() => new SchemaUpgrade(node, [Samples]).RunAsync(CancellationToken.None))));

        ran.SelectMany(names => names).Count().ShouldBe(2);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_name_is_locked_by_one_holder_at_a_time(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var node = test.AnotherNode();
            await using var alone = await node.LockAsync("import", CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await node.ProbeAsync(CancellationToken.None);
            Interlocked.Decrement(ref inside);
        }));

        most.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Many_writers_at_once_all_succeed(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(async () =>
        {
            await using var connection = await test.Database.OpenAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("INSERT INTO samples (name, happened_at) VALUES (@name, @at)", new { name = $"{writer}", at = DateTimeOffset.UnixEpoch }, transaction);
            await connection.ExecuteAsync("UPDATE samples SET amount = amount + 1 WHERE name = @name", new { name = $"{writer}" }, transaction);
            await transaction.CommitAsync();
        })));

        await using var reader = await test.Database.OpenAsync(CancellationToken.None);
        (await reader.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM samples WHERE amount = 1")).ShouldBe(40);
    }

    [Theory, OnEachDatabase]
    public async Task A_database_that_answers_is_up(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);

        (await test.Database.ProbeAsync(CancellationToken.None)).ShouldBe(new DatabaseHealth.Up());
    }

    [Fact]
    public async Task A_file_that_cannot_be_made_is_an_outage()
    {
        var file = Path.GetTempFileName();
        await using var database = new Database(new DatabaseLocation.SqliteFile(Path.Combine(file, "infoline.db")));

        (await database.ProbeAsync(CancellationToken.None)).ShouldBeOfType<DatabaseHealth.Down>();
        File.Delete(file);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_outage()
    {
        await using var database = new Database(new DatabaseLocation.PostgreSql("Host=/nonexistent;Database=infoline;Username=infoline;Timeout=1"));

        (await database.ProbeAsync(CancellationToken.None)).ShouldBeOfType<DatabaseHealth.Down>();
    }

    [Theory, OnEachDatabase]
    public async Task A_mistake_in_a_query_is_no_outage(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, Samples);
        await using var connection = await test.Database.OpenAsync(CancellationToken.None);

        var mistake = await Should.ThrowAsync<Exception>(() => connection.ExecuteAsync("SELECT no_such_column FROM samples"));

        Database.IsOutage(mistake).ShouldBeFalse();
    }

    private sealed record Sample
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset HappenedAt { get; init; }

        public DateOnly? Born { get; init; }

        public bool Seen { get; init; }

        public int Amount { get; init; }
    }
}
