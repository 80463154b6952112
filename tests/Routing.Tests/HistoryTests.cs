using System.Text.Json;

namespace Infoline.Routing.Tests;

public sealed class HistoryTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_record_is_given_out_once_it_is_over_and_until_it_is_acknowledged(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var caller = await line.Asks();
        var ring = line.Rings();
        await line.History.NoteAsync(caller.Call, "path", JsonSerializer.SerializeToElement(new { nodes = new[] { "menu", "karta" } }));
        await line.Reservations.AcceptAsync(ring.Reservation);
        await line.Reservations.CompleteAsync(ring.Reservation, Party.Consultant);
        (await line.History.TakeAsync()).ShouldBeNull();
        await line.Reservations.FinishWrapUpAsync(ring.Reservation);

        var record = (await line.History.TakeAsync())!;

        record.Call.ShouldBe(caller.Call);
        record.Events.Select(one => one.Name).ShouldBe(["joined", "offered", "path", "accepted", "gone", "wrapped-up"]);
        record.Events[2].Details.GetProperty("data").GetProperty("nodes")[1].GetString().ShouldBe("karta");
        (record.Events[3].Consultant, record.Events[3].Reservation).ShouldBe((anna, ring.Reservation));
        (await line.History.TakeAsync()).ShouldBeNull();
        line.Time.Advance(TimeSpan.FromMinutes(1));
        (await line.History.TakeAsync())!.Name.ShouldBe(record.Name);
        (await line.History.AcknowledgeAsync(record)).ShouldBeTrue();
        (await line.History.AcknowledgeAsync(record)).ShouldBeFalse();
        line.Time.Advance(TimeSpan.FromMinutes(1));
        (await line.History.TakeAsync()).ShouldBeNull();
        (await line.Board.SnapshotAsync()).RecordsToStore.ShouldBe(0);
    }

    [Theory, OnBothStores]
    public async Task What_the_host_notes_on_a_call_is_read_on_any_node_for_a_day(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();
        (await line.Notes.OfAsync(caller.Call)).ShouldBeEmpty();

        await line.Notes.NoteAsync(caller.Call, "path", "after > status");
        await line.Notes.NoteAsync(caller.Call, "case", "17");
        await line.Notes.NoteAsync(caller.Call, "case", "18");

        var notes = await line.Notes.OfAsync(caller.Call);
        notes.Count.ShouldBe(2);
        notes["path"].ShouldBe("after > status");
        notes["case"].ShouldBe("18");
    }

    [Theory, OnBothStores]
    public async Task What_comes_after_the_end_makes_a_further_part(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();
        await line.Queue.LeaveAsync(caller.Call, LeaveReason.HungUp);
        var first = (await line.History.TakeAsync())!;

        await line.History.NoteAsync(caller.Call, "call-ended", JsonSerializer.SerializeToElement(new { seconds = 41 }));

        var second = (await line.History.TakeAsync())!;
        (second.Call, second.Events.ShouldHaveSingleItem().Name).ShouldBe((caller.Call, "call-ended"));
        second.Name.ShouldNotBe(first.Name);
    }

    [Theory, OnBothStores]
    public async Task The_board_shows_who_works_who_waits_and_what_was_counted(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var anna = await line.Arrives("anna", "pl5");
        var basia = await line.Arrives("basia", "uk4", Availability.Pause);
        await line.Asks();
        line.Time.Advance(TimeSpan.FromSeconds(10));
        await line.Reservations.AcceptAsync(line.Rings().Reservation);
        var waits = await line.Asks("uk", band: PriorityBand.Priority);

        var board = await line.Board.SnapshotAsync();

        board.Consultants.Select(one => (one.Id, one.Status)).ShouldBe([(anna, ConsultantStatus.OnCall), (basia, ConsultantStatus.Pause)]);
        board.Languages.Select(one => (one.Language.Value, one.Waiting, one.Spoken)).ShouldBe([("pl", 0, true), ("uk", 1, true)]);
        board.Languages[1].Calls.ShouldHaveSingleItem().ShouldBe(new WaitingCall(waits.Call, waits.Language, "karta", waits.ArrivedAt, PriorityBand.Priority, 1, false));
        (board.Today.Joined, board.Today.Connected, board.Today.AverageWait).ShouldBe((2, 1, TimeSpan.FromSeconds(10)));
        (board.Today.AnsweredAfter.Within(TimeSpan.FromSeconds(5)), board.Today.AnsweredAfter.Within(TimeSpan.FromSeconds(10)), board.Today.AnsweredAfter.All).ShouldBe((0, 1, 1));
    }

    [Theory, OnBothStores]
    public async Task Whoever_watches_the_board_hears_of_changes_on_other_nodes(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await using var other = line.OtherNode();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var heard = new TaskCompletionSource<CallEvent>();
        var watching = Task.Run(async () =>
        {
            await foreach (var one in line.Board.EventsAsync(stop.Token))
                heard.TrySetResult(one);
        });

        // The subscription takes its time; anna goes in and out until she is noticed.
        var anna = await other.Arrives("anna", "pl5");
        for (var i = 0; !heard.Task.IsCompleted; i++)
            await other.Consultants.SetStateAsync(anna, i % 2 == 0 ? Availability.Pause : Availability.Available);

        (await heard.Task).Consultant.ShouldBe(anna);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(watching);
    }
}
