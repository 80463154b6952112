namespace Infoline.Routing.Tests;

public sealed class CountersTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task The_counters_of_the_day_agree_with_a_recount_of_what_happened(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.WrapUp = TimeSpan.Zero);
        var random = new Random(20261124);
        await line.Arrives("anna", "pl5", Availability.Pause);
        List<(TimeSpan Wait, bool Answered, bool WasRinging)> plain = [];
        for (var number = 0; number < 60; number++)
        {
            await line.Consultants.SetStateAsync(ConsultantId.Parse("anna"), Availability.Pause);
            var caller = await line.Asks();
            line.Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 45_000)));
            if (random.Next(4) == 0)
            {
                // Coming back from the menu is the same call, and the same wait.
                await line.Queue.LeaveAsync(caller.Call, LeaveReason.ToMenu);
                await line.Queue.JoinAsync(caller);
            }

            var rings = random.Next(4) > 0;
            if (rings)
                await line.Consultants.SetStateAsync(ConsultantId.Parse("anna"), Availability.Available);
            line.Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 9_000)));
            var answered = rings && random.Next(4) > 0;
            if (answered)
                (await line.Reservations.AcceptAsync(line.Rings().Reservation)).ShouldBeOfType<AcceptResult.Accepted>();
            plain.Add((line.Time.GetUtcNow() - caller.ArrivedAt, answered, rings && !answered));
            await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
            line.Tasks();
        }

        var today = (await line.Board.SnapshotAsync()).Today;

        (today.Joined, today.Connected, today.Abandoned, today.AbandonedRinging)
            .ShouldBe((60, plain.Count(each => each.Answered), plain.Count(each => !each.Answered), plain.Count(each => each.WasRinging)));
        foreach (var limit in WaitBands.Limits)
        {
            today.AnsweredAfter.Within(limit).ShouldBe(plain.Count(each => each.Answered && each.Wait <= limit), $"answered within {limit}");
            today.AbandonedAfter.Within(limit).ShouldBe(plain.Count(each => !each.Answered && each.Wait <= limit), $"abandoned within {limit}");
        }

        today.AnsweredAfter.All.ShouldBe(today.Connected);
        today.AverageWait!.Value.TotalSeconds.ShouldBe(plain.Where(each => each.Answered).Average(each => each.Wait.TotalSeconds), 0.01);
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_hangs_up_in_the_menu_has_not_given_up_waiting(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();
        await line.Queue.LeaveAsync(caller.Call, LeaveReason.ToMenu);

        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);

        (await line.Board.SnapshotAsync()).Today.Abandoned.ShouldBe(0);
    }
}
