namespace Infoline.Routing.Tests;

/// <summary>What well-known queues have got wrong, each as a behaviour of this one.</summary>
public sealed class LessonTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_caller_rings_one_consultant_and_the_next_one_at_once_when_that_one_refuses(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        line.Time.Advance(TimeSpan.FromSeconds(1));
        var basia = await line.Arrives("basia", "pl5");
        await line.Asks();
        var ring = line.Rings();
        ring.Consultant.ShouldBe(anna);

        await line.Reservations.RejectAsync(ring.Reservation, "busy with papers");

        line.Rings().Consultant.ShouldBe(basia);
    }

    [Theory, OnBothStores]
    public async Task Whoever_refused_or_missed_a_caller_is_rung_again_only_after_the_cool_down(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        await line.Reservations.RejectAsync(line.Rings().Reservation);

        await line.Passes(TimeSpan.FromSeconds(115), anna);
        line.RingsNobody();
        await line.Passes(TimeSpan.FromSeconds(5), anna);

        line.Rings().Call.ShouldBe(caller.Call);
    }

    [Theory, OnBothStores]
    public async Task Consultants_who_cannot_take_calls_never_block_the_one_who_can(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("a-offline", "pl5");
        await line.Consultants.SignOutAsync(ConsultantId.Parse("a-offline"));
        await line.Arrives("a-pause", "pl5", Availability.Pause);
        await line.Arrives("a-busy", "pl5");
        await line.Asks();
        await line.Reservations.AcceptAsync(line.Rings().Reservation);
        var free = await line.Arrives("z-free", "pl5 en5 uk5");

        await line.Asks();

        line.Rings().Consultant.ShouldBe(free);
    }

    [Theory, OnBothStores]
    public async Task A_reservation_that_nobody_ends_ends_by_itself(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.DialledAsync(ring.Reservation, "leg");

        await line.Passes(TimeSpan.FromSeconds(25), anna);

        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>();
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Available);
        (await line.Reservations.AcceptAsync(ring.Reservation)).ShouldBe(new AcceptResult.Refused(ReservationState.Timeout));
    }

    [Theory, OnBothStores]
    public async Task An_offer_whose_node_died_before_dialling_is_given_out_again_by_another(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await using var other = line.OtherNode();
        var anna = await line.Arrives("anna", "pl5");
        await line.Asks();
        var lost = line.Rings();
        line.Time.Advance(TimeSpan.FromSeconds(2));

        await other.Sweeps();

        other.Rings().Reservation.ShouldBe(lost.Reservation);
        (await other.Reservations.TakeToDialAsync(lost.Reservation, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await line.Reservations.TakeToDialAsync(lost.Reservation, TestContext.Current.CancellationToken)).ShouldBeFalse();
        await other.Reservations.DialledAsync(lost.Reservation, "leg");
        await other.Passes(TimeSpan.FromSeconds(15), anna);
        other.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task A_sweep_runs_on_one_node_and_moves_to_another_when_that_one_stops(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await using var other = line.OtherNode();
        await line.Sweeps();

        (await other.TriesToSweep()).ShouldBeFalse();
        line.Time.Advance(TimeSpan.FromSeconds(5));

        (await other.TriesToSweep()).ShouldBeTrue();
        (await line.TriesToSweep()).ShouldBeFalse();
    }

    [Theory, OnBothStores]
    public async Task A_conversation_that_lasts_too_long_is_looked_after_and_never_cut(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        line.Time.Advance(TimeSpan.FromHours(3));
        await line.Consultants.BeatAsync(anna);

        await line.Sweeps();

        line.Tasks().OfType<HostTask.LookAfter>().ShouldHaveSingleItem().ShouldBe(new HostTask.LookAfter(caller.Call, ring.Reservation));
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(ring.Reservation, anna));
    }

    [Theory, OnBothStores]
    public async Task A_desk_that_vanishes_in_a_conversation_leaves_it_alone_and_gets_no_next_call(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Asks();

        await line.Passes(TimeSpan.FromSeconds(30));
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(ring.Reservation, anna));
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Caller);
        await line.Reservations.FinishWrapUpAsync(ring.Reservation);

        var state = await line.Consultants.GetAsync(anna);
        (state!.Status, state.Reason).ShouldBe((ConsultantStatus.NotReady, "vanished"));
        line.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task A_device_that_cannot_be_rung_takes_its_consultant_out_of_the_round(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        await line.Asks();

        await line.Reservations.CancelAsync(line.Rings().Reservation, "not-registered");

        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.NotReady);
        line.RingsNobody();
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_goes_to_the_menu_comes_back_to_the_same_place(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();
        line.Time.Advance(TimeSpan.FromSeconds(10));
        await line.Asks();

        await line.Queue.LeaveAsync(caller.Call, LeaveReason.ToMenu);
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Gone(ToMenu: true));
        var back = (await line.Queue.JoinAsync(caller with { ArrivedAt = line.Time.GetUtcNow() })).ShouldBeOfType<JoinResult.Joined>();

        back.State.ShouldBe(new CallState.Waiting(1, caller.ArrivedAt, 1, Served: true, null));
        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
        (await line.Queue.JoinAsync(caller)).ShouldBeOfType<JoinResult.Joined>().State.ShouldBe(new CallState.Gone(ToMenu: false));
    }

    [Theory, OnBothStores]
    public async Task Every_event_of_a_reservation_that_never_was_gives_a_result(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var (never, nobody, no) = (new ReservationId(7), ConsultantId.Parse("nobody"), CallId.Parse("none"));
        var unknown = new ReservationResult(false, ReservationState.Unknown);

        (await line.Reservations.DialledAsync(never, "leg")).ShouldBe(unknown);
        (await line.Reservations.AcceptAsync(never)).ShouldBe(new AcceptResult.Refused(ReservationState.Unknown));
        (await line.Reservations.RejectAsync(never)).ShouldBe(unknown);
        (await line.Reservations.TimeOutAsync(never)).ShouldBe(unknown);
        (await line.Reservations.CancelAsync(never)).ShouldBe(unknown);
        (await line.Reservations.TakeBackAsync(never)).ShouldBe(unknown);
        (await line.Reservations.CompleteAsync(never, Party.Caller)).ShouldBe(unknown);
        (await line.Reservations.ExtendWrapUpAsync(never, TimeSpan.FromMinutes(1))).ShouldBe(unknown);
        (await line.Reservations.FinishWrapUpAsync(never)).ShouldBe(unknown);
        (await line.Transfers.ToQueueAsync(never, LanguageCode.Parse("pl"), null)).ShouldBe(unknown);
        (await line.Transfers.ConsultAsync(never, nobody)).ShouldBe(new ConsultResult.Late(ReservationState.Unknown));
        (await line.Transfers.HandOnAsync(never)).ShouldBeNull();
        (await line.Transfers.LetGoAsync(never)).ShouldBeFalse();
        (await line.Callbacks.FailedAsync(never, "busy")).ShouldBe(CallbackFailure.TooLate);
        (await line.Callbacks.FindAsync("nobody")).ShouldBeNull();
        (await line.Supervision.ForceAsync(nobody, Availability.Available)).ShouldBeFalse();
        (await line.Supervision.MoveToFrontAsync(no)).ShouldBeFalse();
        (await line.Supervision.AssignAsync(no, nobody)).ShouldBeNull();
        (await line.Consultants.SetStateAsync(nobody, Availability.Available)).ShouldBe(SetStateResult.NotSignedIn);
        (await line.Consultants.BeatAsync(nobody)).ShouldBeNull();
        (await line.Queue.LeaveAsync(no, LeaveReason.HungUp)).ShouldBe(LeaveResult.Left);
    }

    [Fact]
    public void Every_script_is_short_and_says_what_it_does()
    {
        foreach (var name in Store.ScriptLibrary.Names)
        {
            var lines = Store.ScriptLibrary.Source(name).Split('\n');
            lines.Length.ShouldBeLessThanOrEqualTo(60, name);
            lines[0].ShouldStartWith("-- ", customMessage: name);
        }
    }

    [Theory]
    [InlineData("CA1.1700000000000.pl..0..")]
    [InlineData("CA1.1700000000000.uk.pl.1.karta.k-1_2")]
    public void A_ticket_survives_its_url(string text)
    {
        Ticket.TryParse(text, out var ticket).ShouldBeTrue();
        ticket!.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CA1.1700000000000.pl..0.")]
    [InlineData("CA 1.1700000000000.pl..0..")]
    [InlineData("CA1.-5.pl..0..")]
    [InlineData("CA1.99999999999999999.pl..0..")]
    [InlineData("CA1.1700000000000.Polish..0..")]
    [InlineData("CA1.1700000000000.pl.x.0..")]
    [InlineData("CA1.1700000000000.pl..2..")]
    [InlineData("CA1.1700000000000.pl..0.a/b.")]
    public void What_is_no_ticket_gives_none(string text) => Ticket.TryParse(text, out _).ShouldBeFalse();
}
