using Infoline.Desk.Audit;
using Infoline.Desk.Tests.Accounts;
using Infoline.Sql.Testing;

namespace Infoline.Desk.Tests.Audit;

public sealed class AuditTrailTests
{
    [Theory, OnEachDatabase]
    public async Task Each_part_of_the_filter_narrows_and_pages_follow_one_another(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var start = desk.Time.GetUtcNow();
        for (var number = 0; number < 30; number++)
        {
            await desk.Audit.WriteAsync(new Actor(number % 2 == 0 ? "even" : "odd", "Test", ""), new AuditEntry(number % 3 == 0 ? AuditActions.SignedIn : AuditActions.SignedOut, "account", $"o{number % 5}"), Cancel);
            desk.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await ReadAsync(AuditFilter.Everything with { ActorId = "even" })).Count.ShouldBe(15);
        (await ReadAsync(AuditFilter.Everything with { Action = AuditActions.SignedIn })).Count.ShouldBe(10);
        (await ReadAsync(AuditFilter.Everything with { ObjectId = "o1" })).Count.ShouldBe(6);
        (await ReadAsync(AuditFilter.Everything with { From = start.AddMinutes(10), Until = start.AddMinutes(20) })).Count.ShouldBe(10);
        (await ReadAsync(AuditFilter.Everything with { ActorId = "odd", Action = AuditActions.SignedIn, ObjectId = "o3" })).Count.ShouldBe(1);
        var first = await ReadAsync(AuditFilter.Everything with { Limit = 20 });
        var second = await ReadAsync(AuditFilter.Everything with { Limit = 20, Before = first[^1].Id });
        first.Concat(second).Select(record => record.Id).ShouldBe(Enumerable.Range(1, 30).Reverse().Select(id => (long)id));

        Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter) => desk.Audit.ReadAsync(filter, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
