namespace Infoline.Routing.Tests;

public sealed class SupervisionTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_supervisor_frees_a_consultant_who_is_stuck_in_a_call(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var stuck = await line.Asks();
        await line.Reservations.AcceptAsync(line.Rings().Reservation);
        var next = await line.Asks();

        (await line.Supervision.ForceAsync(anna, Availability.Available)).ShouldBeTrue();

        (await line.Queue.WaitAsync(stuck)).ShouldBe(new CallState.Gone(ToMenu: false));
        line.Rings().Call.ShouldBe(next.Call);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_supervisor_sends_a_rung_consultant_on_a_break_and_the_call_goes_to_another(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var basia = await line.Arrives("basia", "pl5 en5");
        line.Rings().Consultant.ShouldBe(anna);

        await line.Supervision.ForceAsync(anna, Availability.Pause, "meeting");

        var ring = line.Rings();
        (ring.Call, ring.Consultant).ShouldBe((caller.Call, basia));
        var state = await line.Consultants.GetAsync(anna);
        (state!.Status, state.Reason).ShouldBe((ConsultantStatus.Pause, "meeting"));
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_caller_moved_to_the_front_is_served_first_and_keeps_the_arrival(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        await line.Asks();
        line.Time.Advance(TimeSpan.FromSeconds(2));
        var favoured = await line.Asks();

        (await line.Supervision.MoveToFrontAsync(favoured.Call)).ShouldBeTrue();

        (await line.Queue.WaitAsync(favoured)).ShouldBe(new CallState.Waiting(1, favoured.ArrivedAt, 1, Served: true, null));
        await line.Consultants.SetStateAsync(anna, Availability.Available);
        line.Rings().Call.ShouldBe(favoured.Call);
    }

    [Theory, OnBothStores]
    public async Task A_call_is_assigned_to_a_free_consultant_of_any_language(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var basia = await line.Arrives("basia", "en5");
        var caller = await line.Asks();

        var reservation = await line.Supervision.AssignAsync(caller.Call, basia);

        line.Rings().Reservation.ShouldBe(reservation!.Value);
        (await line.Supervision.AssignAsync(caller.Call, basia)).ShouldBeNull();
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task An_offer_taken_back_goes_to_others_and_not_to_the_same_consultant(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();

        await line.Reservations.TakeBackAsync(line.Rings().Reservation);

        line.RingsNobody();
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Available);
        var basia = await line.Arrives("basia", "pl5");
        line.Rings().Consultant.ShouldBe(basia);
        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Offered>();
    }
}
