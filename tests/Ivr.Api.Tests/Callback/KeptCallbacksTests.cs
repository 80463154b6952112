using Dapper;
using Infoline.Ivr.Hosting;
using Infoline.Ivr.Voice.Callback;
using Infoline.Routing;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Ivr.Tests.Callback;

public sealed class KeptCallbacksTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [Theory, OnEachDatabase]
    public async Task A_wish_is_kept_with_its_arrival_and_its_number_sealed_and_is_gone_when_it_is_removed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, CallbackServices.Schema);
        var kept = Kept(database);
        var now = _time.GetUtcNow();
        await kept.KeepAsync(Ticket("CA2", now), "+48600100202", new CallbackWindow(now, now.AddHours(4)), Cancel);
        await kept.KeepAsync(Ticket("CA1", now.AddMinutes(-5)), "+48600100200", new CallbackWindow(now, Latest: null), Cancel);
        await kept.KeepAsync(Ticket("CA1", now.AddMinutes(-5)), "+48600100201", new CallbackWindow(now.AddHours(1), Latest: null), Cancel);

        var wishes = await kept.OldestAsync(Cancel);

        wishes.ShouldBe(
        [
            new KeptCallback(Ticket("kept-CA1", now.AddMinutes(-5)), "+48600100201", new CallbackWindow(now.AddHours(1), Latest: null)),
            new KeptCallback(Ticket("kept-CA2", now), "+48600100202", new CallbackWindow(now, now.AddHours(4))),
        ]);
        await using (var connection = await database.Database.OpenAsync(Cancel))
            (await connection.QueryAsync<string>("SELECT number_sealed FROM kept_callbacks")).ShouldAllBe(text => !text.Contains("60010020", StringComparison.Ordinal));
        await kept.RemoveAsync(wishes[0], Cancel);
        (await kept.OldestAsync(Cancel)).ShouldHaveSingleItem().Ticket.Call.Value.ShouldBe("kept-CA2");
    }

    [Theory, OnEachDatabase]
    public async Task A_number_that_was_kept_for_more_than_a_week_does_not_open_any_more(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, CallbackServices.Schema);
        var kept = Kept(database);
        await kept.KeepAsync(Ticket("CA1", _time.GetUtcNow()), "+48600100200", new CallbackWindow(_time.GetUtcNow(), Latest: null), Cancel);

        _time.Advance(TimeSpan.FromDays(8));

        (await kept.OldestAsync(Cancel)).ShouldHaveSingleItem().Number.ShouldBeNull();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Ticket Ticket(string call, DateTimeOffset arrived) => new(CallId.Parse(call), arrived, LanguageCode.Parse("uk"), Topic: "fees", CallerKey: "k1");

    private KeptCallbacks Kept(TestDatabase database) =>
        new(database.Database, new SealedNumbers(Options.Create(new HotlineOptions { PrivacyKey = "one-secret-of-at-least-32-characters" }), _time));
}
