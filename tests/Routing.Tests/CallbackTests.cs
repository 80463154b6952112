namespace Infoline.Routing.Tests;

public sealed class CallbackTests(Stores stores)
{
    private const string Number = "+48600100200";

    [Theory, OnBothStores]
    public async Task A_callback_keeps_the_place_and_is_released_only_to_a_reserved_consultant(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        var first = await line.Asks(caller: "k1");
        line.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await line.Asks();

        (await line.Callbacks.RequestAsync(first, Number)).ShouldBe(new CallbackResult.Requested(first.Call, 1));
        await line.Queue.LeaveAsync(first.Call, LeaveReason.HungUp);
        (await line.Queue.WaitAsync(second)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
        line.RingsNobody();
        await line.Consultants.SetStateAsync(anna, Availability.Available);

        var ring = line.Rings();
        (ring.Call, ring.Purpose, ring.CallbackNumber).ShouldBe((first.Call, RingPurpose.Callback, Number));
        var accepted = (await line.Reservations.AcceptAsync(ring.Reservation)).ShouldBeOfType<AcceptResult.Accepted>();
        (accepted.Purpose, accepted.CallbackNumber).ShouldBe((RingPurpose.Callback, Number));
        accepted.ToString().ShouldNotContain(Number);
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Caller);
        (await line.Queue.WaitAsync(first)).ShouldBe(new CallState.Gone(ToMenu: false));
    }

    [Theory, OnBothStores]
    public async Task One_caller_has_one_callback_and_a_second_request_changes_its_number(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        var monday = line.Ticket(caller: "k1");
        await line.Callbacks.RequestAsync(monday, Number);
        line.Time.Advance(TimeSpan.FromMinutes(10));
        var later = line.Ticket(caller: "k1");

        (await line.Callbacks.RequestAsync(later, "+48600100999")).ShouldBe(new CallbackResult.Requested(monday.Call, 1));

        (await line.Board.SnapshotAsync()).Callbacks.ShouldBe(1);
        (await line.Callbacks.FindAsync("k1")).ShouldBe(new CallbackResult.Requested(monday.Call, 1));
        await line.Consultants.BeatAsync(anna);
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        var ring = line.Rings();
        (ring.CallbackNumber, ring.ArrivedAt).ShouldBe(("+48600100999", monday.ArrivedAt));
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_calls_again_takes_over_the_place_of_the_callback(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var first = line.Ticket(caller: "k1");
        await line.Callbacks.RequestAsync(first, Number);
        line.Time.Advance(TimeSpan.FromMinutes(10));
        await line.Asks();

        var joined = (await line.Queue.JoinAsync(line.Ticket(caller: "k1"))).ShouldBeOfType<JoinResult.Joined>();

        (joined.Resumed, joined.Ticket.ArrivedAt).ShouldBe((Resumed.Callback, first.ArrivedAt));
        joined.State.ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Callbacks.FindAsync("k1")).ShouldBeNull();
        (await line.Board.SnapshotAsync()).Callbacks.ShouldBe(0);
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_stays_on_the_line_and_asks_for_a_consultant_after_all_waits_again_at_the_old_place(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var first = await line.Asks(caller: "k1");
        line.Time.Advance(TimeSpan.FromMinutes(1));
        await line.Asks();
        await line.Callbacks.RequestAsync(first, Number);

        var joined = (await line.Queue.JoinAsync(first)).ShouldBeOfType<JoinResult.Joined>();

        joined.Resumed.ShouldBe(Resumed.Callback);
        joined.State.ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Callbacks.FindAsync("k1")).ShouldBeNull();
        (await line.Board.SnapshotAsync()).Callbacks.ShouldBe(0);
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_asks_for_a_consultant_while_one_is_rung_for_their_callback_is_not_dialled(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");
        var caller = line.Ticket(caller: "k1");
        await line.Callbacks.RequestAsync(caller, Number);
        var ring = line.Rings();

        (await line.Queue.JoinAsync(caller)).ShouldBeOfType<JoinResult.Joined>().Resumed.ShouldBe(Resumed.Callback);

        var accepted = (await line.Reservations.AcceptAsync(ring.Reservation)).ShouldBeOfType<AcceptResult.Accepted>();
        (accepted.Call, accepted.Purpose, accepted.CallbackNumber).ShouldBe((caller.Call, RingPurpose.Call, null));
        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Connected>();
    }

    [Theory, OnBothStores]
    public async Task A_callback_that_fails_is_tried_three_times_with_pauses_and_frees_the_consultant_each_time(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = line.Ticket(caller: "k1");
        await line.Callbacks.RequestAsync(caller, Number);

        foreach (var expected in new[] { CallbackFailure.TriedAgain, CallbackFailure.TriedAgain, CallbackFailure.GivenUp })
        {
            var ring = line.Rings();
            await line.Reservations.AcceptAsync(ring.Reservation);
            (await line.Callbacks.FailedAsync(ring.Reservation, "busy")).ShouldBe(expected);
            (await line.Callbacks.FailedAsync(ring.Reservation, "busy")).ShouldBe(CallbackFailure.TooLate);
            (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Available);
            await line.Passes(TimeSpan.FromMinutes(9), anna);
            line.RingsNobody();
            await line.Passes(TimeSpan.FromMinutes(1), anna);
        }

        line.RingsNobody();
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Gone(ToMenu: false));
        var today = (await line.Board.SnapshotAsync()).Today;
        (today.Unreached, today.Connected).ShouldBe((1, 0));
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_is_reached_is_an_ordinary_call_under_the_name_of_the_call_that_reached_them(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = line.Ticket(caller: "k1");
        await line.Callbacks.RequestAsync(caller, Number);
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        var leg = CallId.Parse("CAleg");

        (await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp)).ShouldBe(LeaveResult.WasNotThere);
        (await line.Callbacks.ReachedAsync(ring.Reservation, leg)).ShouldBeTrue();
        (await line.Callbacks.ReachedAsync(ring.Reservation, leg)).ShouldBeTrue();
        (await line.Callbacks.FailedAsync(ring.Reservation, "no-key")).ShouldBe(CallbackFailure.TooLate);
        (await line.Board.SnapshotAsync()).Today.Connected.ShouldBe(1);
        (await line.Transfers.ToQueueAsync(ring.Reservation, LanguageCode.Parse("pl"), topic: null)).Applied.ShouldBeTrue();

        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Gone(ToMenu: false));
        (await line.Queue.WaitAsync(caller with { Call = leg })).ShouldBeOfType<CallState.Waiting>().ArrivedAt.ShouldBe(caller.ArrivedAt);
        (await line.Callbacks.FindAsync("k1")).ShouldBeNull();
        (await line.Queue.LeaveAsync(leg, LeaveReason.HungUp)).ShouldBe(LeaveResult.Left);
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.WrapUp);
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_hung_up_before_being_brought_in_is_tried_again(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");
        await line.Callbacks.RequestAsync(line.Ticket(caller: "k1"), Number);
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Queue.LeaveAsync(CallId.Parse("CAleg"), LeaveReason.HungUp);

        (await line.Callbacks.ReachedAsync(ring.Reservation, CallId.Parse("CAleg"))).ShouldBeFalse();

        (await line.Callbacks.FailedAsync(ring.Reservation, "no-key")).ShouldBe(CallbackFailure.TriedAgain);
    }

    [Theory, OnBothStores]
    public async Task An_attempt_that_does_not_count_is_made_again_as_often_as_it_takes(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store, options => options.CallbackAttempts = 1);
        var anna = await line.Arrives("anna", "pl5");
        await line.Callbacks.RequestAsync(line.Ticket(caller: "k1"), Number);
        for (var time = 0; time < 2; time++)
        {
            var ring = line.Rings();
            await line.Reservations.AcceptAsync(ring.Reservation);
            (await line.Callbacks.FailedAsync(ring.Reservation, "later", counts: false)).ShouldBe(CallbackFailure.TriedAgain);
            await line.Passes(TimeSpan.FromMinutes(10), anna);
        }

        var last = line.Rings();
        await line.Reservations.AcceptAsync(last.Reservation);
        (await line.Callbacks.FailedAsync(last.Reservation, "busy")).ShouldBe(CallbackFailure.GivenUp);
    }

    [Theory, OnBothStores]
    public async Task A_pause_that_ends_after_the_window_leads_to_the_beginning_of_the_next_one(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var from = line.Time.GetUtcNow();
        await line.Callbacks.RequestAsync(line.Ticket(caller: "k1"), Number, new CallbackWindow(from, from.AddMinutes(5)));
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Callbacks.FailedAsync(ring.Reservation, "busy");

        await line.Passes(TimeSpan.FromMinutes(11), anna);
        line.RingsNobody();
        line.Time.Advance(from.AddDays(1) - line.Time.GetUtcNow());
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        await line.Consultants.BeatAsync(anna);
        await line.Sweeps();

        line.Rings().Purpose.ShouldBe(RingPurpose.Callback);
    }

    [Theory, OnBothStores]
    public async Task A_callback_waits_for_its_window_and_comes_back_the_next_day_when_it_passed(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var from = line.Time.GetUtcNow().AddMinutes(2);
        await line.Callbacks.RequestAsync(line.Ticket(caller: "k1"), Number, new CallbackWindow(from, from.AddMinutes(2)));
        line.RingsNobody();
        await line.Consultants.SetStateAsync(anna, Availability.Pause);
        await line.Passes(TimeSpan.FromMinutes(5), anna);
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        line.RingsNobody();

        line.Time.Advance(from.AddDays(1) - line.Time.GetUtcNow());
        await line.Consultants.BeatAsync(anna);
        await line.Sweeps();

        line.Rings().Purpose.ShouldBe(RingPurpose.Callback);
    }
}
