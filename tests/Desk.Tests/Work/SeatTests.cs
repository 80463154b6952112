using Infoline.Desk.Accounts;
using Infoline.Desk.Tests.Accounts;
using Infoline.Desk.Work;
using Infoline.Sql;
using Infoline.Sql.Testing;

namespace Infoline.Desk.Tests.Work;

public sealed class SeatTests
{
    [Theory, OnEachDatabase]
    public async Task The_newest_window_has_the_work_on_every_node(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var account = await desk.AccountAsync("anna", Role.Consultant);
        var (here, there) = (new Seats(desk.Database, desk.Time), new Seats(desk.Database, desk.Time));

        var first = await here.TakeAsync(account.Id, Cancel);
        var second = await there.TakeAsync(account.Id, Cancel);

        (await here.IsCurrentAsync(account.Id, first, Cancel)).ShouldBeFalse();
        (await here.IsCurrentAsync(account.Id, second, Cancel)).ShouldBeTrue();
        (await there.IsCurrentAsync(account.Id, second, Cancel)).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task The_old_window_of_the_same_node_is_told_at_once_and_no_stranger_is(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        var (anna, jan) = (await desk.AccountAsync("anna", Role.Consultant), await desk.AccountAsync("jan", Role.Consultant));
        var seats = new Seats(desk.Database, desk.Time);
        var (toAnna, toJan) = (0, 0);
        using var followAnna = seats.Follow(anna.Id, () => toAnna++);
        using var followJan = seats.Follow(jan.Id, () => toJan++);

        await seats.TakeAsync(anna.Id, Cancel);

        (toAnna, toJan).ShouldBe((1, 0));
    }

    [Fact]
    public async Task While_the_database_is_down_a_node_knows_its_own_windows()
    {
        await using var nowhere = new Database(new DatabaseLocation.SqliteFile("/proc/no/such/place.db"));
        var seats = new Seats(nowhere, TimeProvider.System);
        var anna = AccountId.Parse("anna");

        var first = await seats.TakeAsync(anna, Cancel);
        (await seats.IsCurrentAsync(anna, first, Cancel)).ShouldBeTrue();
        var second = await seats.TakeAsync(anna, Cancel);

        (await seats.IsCurrentAsync(anna, first, Cancel)).ShouldBeFalse();
        (await seats.IsCurrentAsync(anna, second, Cancel)).ShouldBeTrue();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
