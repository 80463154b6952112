namespace Infoline.Routing.Tests;

public sealed class WaitingTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_dropped_line_finds_its_place_within_five_minutes(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var first = await line.Asks(caller: "k1");
        line.Time.Advance(TimeSpan.FromSeconds(30));
        await line.Asks();
        await line.Queue.LeaveAsync(first.Call, LeaveReason.HungUp);
        line.Time.Advance(TimeSpan.FromMinutes(4));

        var again = (await line.Queue.JoinAsync(line.Ticket(caller: "k1"))).ShouldBeOfType<JoinResult.Joined>();

        (again.Resumed, again.Ticket.ArrivedAt).ShouldBe((Resumed.Place, first.ArrivedAt));
        again.State.ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        await line.Queue.LeaveAsync(again.Ticket.Call, LeaveReason.HungUp);
        line.Time.Advance(TimeSpan.FromMinutes(5));
        (await line.Queue.JoinAsync(line.Ticket(caller: "k1"))).ShouldBeOfType<JoinResult.Joined>().Resumed.ShouldBe(Resumed.No);
    }

    [Theory, OnBothStores]
    public async Task Nobody_waits_longer_for_the_priority_band_than_its_head_start(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        var early = await line.Asks();
        line.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await line.Asks();
        line.Time.Advance(TimeSpan.FromMinutes(19) + TimeSpan.FromSeconds(30));
        var priority = await line.Asks(band: PriorityBand.Priority);

        (await line.Queue.WaitAsync(early)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Queue.WaitAsync(priority)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
        (await line.Queue.WaitAsync(later)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(3);
        await line.Consultants.BeatAsync(anna);
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        line.Rings().Call.ShouldBe(early.Call);
    }

    [Theory, OnBothStores]
    public async Task A_caller_told_to_wait_longer_for_a_better_level_is_served_at_any_level_after_a_minute(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var high = await line.Arrives("anna", "pl5", Availability.Pause);
        var low = await line.Arrives("olena", "pl2");
        await line.Asks();
        line.RingsNobody();

        await line.Passes(TimeSpan.FromSeconds(55), high, low);
        line.RingsNobody();
        await line.Passes(TimeSpan.FromSeconds(5), high, low);

        line.Rings().Consultant.ShouldBe(low);
    }

    [Theory, OnBothStores]
    public async Task A_caller_is_served_in_the_second_language_as_soon_as_the_last_speaker_of_the_first_goes_home(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var olena = await line.Arrives("olena", "uk5", Availability.Pause);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks("uk", "pl");
        line.RingsNobody();

        await line.Consultants.SignOutAsync(olena);

        var ring = line.Rings();
        (ring.Call, ring.Consultant).ShouldBe((caller.Call, anna));
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_stays_on_the_line_after_a_conversation_may_ask_again_and_waits_anew(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.WrapUp = TimeSpan.Zero);
        await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        line.Time.Advance(TimeSpan.FromMinutes(2));
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Consultant);
        line.Time.Advance(TimeSpan.FromSeconds(10));
        var again = caller with { ArrivedAt = line.Time.GetUtcNow() };

        (await line.Queue.JoinAsync(caller)).ShouldBeOfType<JoinResult.Joined>().State.ShouldBe(new CallState.Gone(ToMenu: false), "an event of before the end is late");
        (await line.Queue.JoinAsync(again)).ShouldBeOfType<JoinResult.Joined>().Ticket.ArrivedAt.ShouldBe(again.ArrivedAt);
        line.Rings().Call.ShouldBe(caller.Call);

        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
        line.Time.Advance(TimeSpan.FromSeconds(10));
        (await line.Queue.JoinAsync(again with { ArrivedAt = line.Time.GetUtcNow() })).ShouldBeOfType<JoinResult.Joined>().State.ShouldBe(new CallState.Gone(ToMenu: false));
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_hung_up_after_a_conversation_cannot_come_back_by_a_late_event(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Caller);
        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
        line.Time.Advance(TimeSpan.FromSeconds(10));

        (await line.Queue.JoinAsync(caller with { ArrivedAt = line.Time.GetUtcNow() })).ShouldBeOfType<JoinResult.Joined>().State.ShouldBe(new CallState.Gone(ToMenu: false));
        line.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task Joining_is_refused_with_the_reason(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.MostWaiting = 1);

        (await line.Queue.JoinAsync(line.Ticket())).ShouldBe(new JoinResult.Refused(RefusalReason.NobodyLoggedIn));
        await line.Arrives("anna", "pl5", Availability.Pause);
        (await line.Queue.JoinAsync(line.Ticket("uk"))).ShouldBe(new JoinResult.Refused(RefusalReason.NobodySpeaks));
        await line.Asks();
        (await line.Queue.JoinAsync(line.Ticket())).ShouldBe(new JoinResult.Refused(RefusalReason.Full));
    }

    [Theory, OnBothStores]
    public async Task The_expected_wait_is_silent_without_data_and_is_held_against_the_real_one(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.WrapUp = TimeSpan.Zero);
        var anna = await line.Arrives("anna", "pl5");
        for (var i = 0; i < 4; i++)
        {
            var served = await line.Asks();
            var ring = line.Rings();
            await line.Reservations.AcceptAsync(ring.Reservation);
            await line.Passes(TimeSpan.FromMinutes(4), anna);
            if (i == 1)
                (await line.Queue.JoinAsync(line.Ticket())).ShouldBeOfType<JoinResult.Joined>().State.ShouldBeOfType<CallState.Waiting>().Expected.ShouldBeNull();
            await line.Reservations.CompleteAsync(ring.Reservation, Party.Caller);
            if (i == 1)
                await line.Reservations.RejectAsync(line.Rings().Reservation);
            await line.Queue.LeaveAsync(served.Call, LeaveReason.Ended);
            if (i == 1)
                await line.Queue.LeaveAsync(CallId.Parse("CA3"), LeaveReason.Ended);
        }

        await line.Consultants.SetStateAsync(anna, Availability.Pause);
        var caller = await line.Asks();
        var state = (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>();

        // Four began within 16 minutes: about one in five minutes and twenty seconds.
        state.Expected.ShouldBe(new WaitRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(11)));
        await line.Queue.AnnouncedAsync(caller.Call, state.Expected!.Value);
        await line.Passes(TimeSpan.FromMinutes(5), anna);
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        await line.Reservations.AcceptAsync(line.Rings().Reservation);
        (await line.Board.SnapshotAsync()).Today.Announced.ShouldBe(new Calibration(1, 1, 0, 0));
    }

    [Theory, OnBothStores]
    public async Task Another_order_of_callers_and_consultants_counts_from_the_next_sweep_on(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        var first = await line.Asks();
        line.Time.Advance(TimeSpan.FromMinutes(1));
        var priority = await line.Asks(band: PriorityBand.Priority);
        await line.Sweeps();
        (await line.Queue.WaitAsync(priority)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);

        line.Store.Options.CallerOrder = CallerOrder.Arrival;
        line.Store.Options.ConsultantOrder = ConsultantOrder.LongestIdle;
        await line.Sweeps();

        (await line.Queue.WaitAsync(priority)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
        await line.Consultants.SignInAsync(Line.Profile("anna", "pl5 en5 uk5"));
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        line.Rings().Call.ShouldBe(first.Call);
    }

    [Theory, OnBothStores]
    public async Task A_silent_caller_is_looked_after_by_the_host(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();
        line.Time.Advance(TimeSpan.FromSeconds(90));

        await line.Sweeps();

        line.Tasks().OfType<HostTask.LookAfter>().ShouldHaveSingleItem().ShouldBe(new HostTask.LookAfter(caller.Call, null));
        await line.Sweeps();
        line.Tasks().ShouldBeEmpty();
    }

    [Theory, OnBothStores]
    public async Task A_join_that_comes_after_the_end_of_its_call_changes_nothing(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");
        var ticket = line.Ticket();

        await line.Queue.LeaveAsync(ticket.Call, LeaveReason.HungUp);

        (await line.Queue.JoinAsync(ticket)).ShouldBeOfType<JoinResult.Joined>().State.ShouldBe(new CallState.Gone(ToMenu: false));
        (await line.Queue.WaitAsync(ticket)).ShouldBe(new CallState.Gone(ToMenu: false));
        line.RingsNobody();
    }
}
