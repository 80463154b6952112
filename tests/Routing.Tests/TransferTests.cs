namespace Infoline.Routing.Tests;

public sealed class TransferTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_caller_handed_on_to_another_language_waits_there_at_the_original_time(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5 uk5");
        await line.Arrives("olena", "uk5", Availability.Pause);
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        line.Time.Advance(TimeSpan.FromSeconds(5));
        await line.Asks("uk");

        (await line.Transfers.ToQueueAsync(ring.Reservation, LanguageCode.Parse("uk"), "decyzja")).Applied.ShouldBeTrue();

        (await line.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Transfers.ToQueueAsync(ring.Reservation, LanguageCode.Parse("uk"), "decyzja")).Applied.ShouldBeFalse();
        await line.Reservations.FinishWrapUpAsync(ring.Reservation);
        line.Rings().Call.ShouldNotBe(caller.Call);
        await line.Consultants.SetStateAsync(ConsultantId.Parse("olena"), Availability.Available);
        var second = line.Rings();
        (second.Call, second.Language.Value, second.Topic).ShouldBe((caller.Call, "uk", "decyzja"));
    }

    [Theory, OnBothStores]
    public async Task A_colleague_is_asked_first_and_then_takes_the_caller_over(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var talk = line.Rings().Reservation;
        await line.Reservations.AcceptAsync(talk);
        var basia = await line.Arrives("basia", "en5");

        var consultation = (await line.Transfers.ConsultAsync(talk, basia)).ShouldBeOfType<ConsultResult.Ringing>().Consultation;
        line.Rings().Purpose.ShouldBe(RingPurpose.Consultation);
        (await line.Transfers.HandOnAsync(talk)).ShouldBeNull();
        await line.Reservations.AcceptAsync(consultation);
        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(talk, anna));
        (await line.Transfers.HandOnAsync(talk)).ShouldBe(consultation);

        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(consultation, basia));
        (await line.StateOf(anna)).ShouldBe(ConsultantStatus.WrapUp);
        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
        (await line.StateOf(basia)).ShouldBe(ConsultantStatus.WrapUp);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_colleague_who_does_not_answer_or_is_let_go_leaves_the_conversation_as_it_is(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var talk = line.Rings().Reservation;
        await line.Reservations.AcceptAsync(talk);
        var basia = await line.Arrives("basia", "pl5");

        var first = (await line.Transfers.ConsultAsync(talk, basia)).ShouldBeOfType<ConsultResult.Ringing>().Consultation;
        await line.Reservations.TimeOutAsync(first);
        var second = (await line.Transfers.ConsultAsync(talk, basia)).ShouldBeOfType<ConsultResult.Ringing>().Consultation;
        await line.Reservations.AcceptAsync(second);
        (await line.Transfers.LetGoAsync(second)).ShouldBeTrue();

        (await line.Queue.WaitAsync(caller)).ShouldBe(new CallState.Connected(talk, anna));
        (await line.StateOf(basia)).ShouldBe(ConsultantStatus.Available);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_caller_who_hangs_up_during_a_consultation_frees_both(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var talk = line.Rings().Reservation;
        await line.Reservations.AcceptAsync(talk);
        var basia = await line.Arrives("basia", "pl5");
        await line.Transfers.ConsultAsync(talk, basia);

        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);

        line.Tasks().OfType<HostTask.StopRinging>().ShouldHaveSingleItem().Consultant.ShouldBe(basia);
        (await line.StateOf(anna), await line.StateOf(basia)).ShouldBe((ConsultantStatus.WrapUp, ConsultantStatus.Available));
        await Audit.OfAsync(line);
    }
}
