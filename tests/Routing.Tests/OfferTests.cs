namespace Infoline.Routing.Tests;

public sealed class OfferTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_caller_who_comes_is_offered_to_a_free_consultant_at_once(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");

        var caller = await line.Asks();

        var ring = line.Rings();
        ring.ShouldBe(new HostTask.Ring(
            ring.Reservation, caller.Call, anna, "client:anna", caller.Language, "karta", caller.ArrivedAt, PriorityBand.Normal, RingPurpose.Call, null));
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Offered(ring.Reservation, anna));
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Reserved);
    }

    [Theory, OnBothStores]
    public async Task A_consultant_who_gets_free_is_offered_the_caller_who_waits_longest(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5 en5", Availability.Pause);
        var first = await line.Asks("en");
        line.Time.Advance(TimeSpan.FromSeconds(1));
        await line.Asks("pl");

        await line.Consultants.SetStateAsync(anna, Availability.Available);

        line.Rings().Call.ShouldBe(first.Call);
    }

    [Theory, OnBothStores]
    public async Task A_conversation_goes_from_accept_to_wrap_up_to_the_next_caller(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var next = await line.Asks();
        var ring = line.Rings();
        line.Time.Advance(TimeSpan.FromSeconds(4));

        (await line.Reservations.AcceptAsync(ring.Reservation)).ShouldBe(new AcceptResult.Accepted(caller.Call, anna, TimeSpan.FromSeconds(4), RingPurpose.Call, CallbackNumber: null));
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(ring.Reservation, anna));
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.OnCall);
        (await line.Reservations.CompleteAsync(ring.Reservation, Party.Consultant)).ShouldBe(new ReservationResult(true, ReservationState.Wrapping));
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Gone(ToMenu: false));
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.WrapUp);
        line.RingsNobody();
        await line.Passes(TimeSpan.FromSeconds(60), anna);

        line.Rings().Call.ShouldBe(next.Call);
    }

    [Theory, OnBothStores]
    public async Task A_caller_keeps_the_place_when_the_consultant_does_not_answer(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var next = await line.Asks();
        var ring = line.Rings();

        await line.Reservations.TimeOutAsync(ring.Reservation);

        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Waiting(1, caller.ArrivedAt, 1, Served: true, null));
        var second = line.Rings();
        (second.Call, second.Consultant).ShouldBe((next.Call, anna));
        await line.Arrives("basia", "pl5");
        line.Rings().Call.ShouldBe(caller.Call);
    }

    [Theory, OnBothStores]
    public async Task Two_misses_in_a_row_set_a_consultant_to_not_ready(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        await line.Asks();
        await line.Asks();
        await line.Reservations.TimeOutAsync(line.Rings().Reservation);

        await line.Reservations.TimeOutAsync(line.Rings().Reservation);

        var state = await line.Consultants.GetAsync(anna);
        (state!.Status, state.Reason).ShouldBe((ConsultantStatus.NotReady, "missed"));
        line.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_hangs_up_stops_the_ringing_and_frees_the_consultant(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.DialledAsync(ring.Reservation, "CAleg");

        (await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp)).ShouldBe(LeaveResult.Left);

        line.Tasks().ShouldHaveSingleItem().ShouldBe(new HostTask.StopRinging(ring.Reservation, caller.Call, anna, "CAleg", ReservationState.Rescinded));
        (await line.Reservations.AcceptAsync(ring.Reservation)).ShouldBe(new AcceptResult.Refused(ReservationState.Rescinded));
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Available);
        (await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp)).ShouldBe(LeaveResult.WasNotThere);
    }

    [Theory, OnBothStores]
    public async Task A_silent_desk_gives_its_ringing_caller_back_at_once(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        line.Rings();
        line.Time.Advance(TimeSpan.FromSeconds(10));
        var basia = await line.Arrives("basia", "pl5 en5");
        line.Time.Advance(TimeSpan.FromSeconds(5));

        await line.Sweeps();

        var again = line.Rings();
        (again.Call, again.Consultant).ShouldBe((caller.Call, basia));
        var state = await line.Consultants.GetAsync(anna);
        (state!.Status, state.Reason).ShouldBe((ConsultantStatus.NotReady, "vanished"));
    }

    [Theory, OnBothStores]
    public async Task What_a_person_asked_for_during_a_call_happens_after_it(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        await line.Asks();
        await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);

        (await line.Consultants.SetStateAsync(anna, Availability.Pause, "lunch")).ShouldBe(SetStateResult.Kept);
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Caller);
        await line.Reservations.FinishWrapUpAsync(ring.Reservation);

        var state = await line.Consultants.GetAsync(anna);
        (state!.Status, state.Reason).ShouldBe((ConsultantStatus.Pause, "lunch"));
        line.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task A_wait_loop_puts_a_lost_call_back_in_its_old_place(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var lost = line.Ticket();
        await line.Arrives("anna", "pl5", Availability.Pause);
        line.Time.Advance(TimeSpan.FromSeconds(30));
        await line.Asks();

        (await line.Queue.WaitAsync(lost)).ShouldBe(new CallState.Waiting(1, lost.ArrivedAt, 1, Served: true, null));
    }
}
