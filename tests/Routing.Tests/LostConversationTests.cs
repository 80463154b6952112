namespace Infoline.Routing.Tests;

/// <summary>A consultant's telephone is lost in the middle of a conversation: the caller is not.</summary>
public sealed class LostConversationTests(Stores stores)
{
    private static readonly TimeSpan Alone = new RoutingOptions().ReattachWithin;

    [Theory, OnBothStores]
    public async Task The_caller_comes_before_everybody_and_rings_again_where_the_conversation_was_as_soon_as_the_telephone_is_back(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var first = await line.Asks(band: PriorityBand.Priority);

        (await line.Reservations.LoseAsync(talk)).Applied.ShouldBeTrue();
        (await line.Consultants.GetAsync(anna))!.IsLost.ShouldBeTrue();
        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Queue.WaitAsync(first)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
        line.RingsNobody();
        await line.Consultants.ReattachAsync(anna);

        var again = line.Rings();
        (again.Call, again.Consultant, again.ArrivedAt).ShouldBe((caller.Call, anna, caller.ArrivedAt));
        await line.Reservations.AcceptAsync(again.Reservation);
        await line.Consultants.ReattachAsync(anna);
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.OnCall);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task When_the_telephone_does_not_come_back_in_time_the_first_who_is_free_gets_the_caller(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var basia = await line.Arrives("basia", "pl5");

        await line.Reservations.LoseAsync(talk);
        line.RingsNobody();
        await line.Passes(Alone + TimeSpan.FromSeconds(1), anna, basia);

        var ring = line.Rings();
        (ring.Call, ring.Consultant).ShouldBe((caller.Call, basia));
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Consultants.ReattachAsync(anna);
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Available);
        (await line.Queue.GetAsync(caller.Call))!.ShouldSatisfyAllConditions(
            known => known.Keeper.ShouldBeNull(),
            known => known.Interrupted.ShouldBe(talk));
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task Being_first_counts_for_one_conversation(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var again = await GoesOnAsync(line, anna, talk);
        var earlier = await line.Asks(band: PriorityBand.Priority);

        await line.Transfers.ToQueueAsync(again, LanguageCode.Parse("pl"), "karta");

        (await line.Queue.WaitAsync(earlier)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
    }

    [Theory, OnBothStores]
    public async Task A_consultant_who_had_asked_for_a_pause_has_it_and_nobody_waits_for_them(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var basia = await line.Arrives("basia", "pl5");
        await line.Consultants.SetStateAsync(anna, Availability.Pause, "lunch");

        await line.Reservations.LoseAsync(talk);

        var ring = line.Rings();
        (ring.Call, ring.Consultant).ShouldBe((caller.Call, basia));
        await line.Consultants.ReattachAsync(anna);
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.Pause);
    }

    [Theory, OnBothStores]
    public async Task A_loss_that_is_told_twice_or_too_late_changes_nothing_and_is_in_the_history_once(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var again = await GoesOnAsync(line, anna, talk);

        (await line.Reservations.LoseAsync(talk)).ShouldBe(new ReservationResult(false, ReservationState.Completed));
        await line.Reservations.CompleteAsync(again, Party.Caller);
        (await line.Reservations.LoseAsync(again)).ShouldBe(new ReservationResult(false, ReservationState.Wrapping));

        await line.Reservations.FinishWrapUpAsync(again);
        var record = (await line.History.TakeAsync()).ShouldNotBeNull();
        record.Call.ShouldBe(caller.Call);
        record.Events.Select(each => each.Name).Where(name => name is "accepted" or "lost" or "gone").ShouldBe(["accepted", "lost", "accepted", "gone"]);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_colleague_who_was_asked_for_a_private_word_is_let_go(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");
        var (caller, talk) = await TalksAsync(line);
        var basia = await line.Arrives("basia", "pl5");
        await line.Transfers.ConsultAsync(talk, basia);
        await line.Reservations.AcceptAsync(line.Rings().Reservation);

        await line.Reservations.LoseAsync(talk);

        (await line.StateOf(basia)).ShouldBe(ConsultantStatus.Available);
        (await line.Queue.GetAsync(caller.Call))!.Consultation.ShouldBeNull();
        await Audit.OfAsync(line);
    }

    /// <summary>The telephone is lost and back, and caller and consultant go on under a new reservation.</summary>
    private static async Task<ReservationId> GoesOnAsync(Line line, ConsultantId consultant, ReservationId talk)
    {
        await line.Reservations.LoseAsync(talk);
        await line.Consultants.ReattachAsync(consultant);
        var again = line.Rings().Reservation;
        await line.Reservations.AcceptAsync(again);
        return again;
    }

    private static async Task<(Ticket Caller, ReservationId Talk)> TalksAsync(Line line)
    {
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        return (caller, ring.Reservation);
    }
}
