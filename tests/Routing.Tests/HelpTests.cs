namespace Infoline.Routing.Tests;

/// <summary>A consultant in a conversation asks for a supervisor.</summary>
public sealed class HelpTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task Who_asks_for_help_is_on_the_board_with_language_topic_and_time_until_it_is_taken_back(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var talk = await TalkAsync(line);
        line.Time.Advance(TimeSpan.FromMinutes(1));

        (await line.Help.AskAsync(talk, wanted: true)).ShouldBeTrue();
        line.Time.Advance(TimeSpan.FromMinutes(1));
        await line.Help.AskAsync(talk, wanted: true);

        var shown = (await line.Board.SnapshotAsync()).Talks.ShouldHaveSingleItem();
        (shown.Reservation, shown.Consultant.Value, shown.Language.Value).ShouldBe((talk, "anna", "pl"));
        shown.Help.ShouldBe(new HelpRequest(line.Time.GetUtcNow() - TimeSpan.FromMinutes(1), null, ""));
        (await line.Help.AskAsync(talk, wanted: false)).ShouldBeTrue();
        (await line.Board.SnapshotAsync()).Talks.ShouldHaveSingleItem().Help.ShouldBeNull();
    }

    [Theory, OnBothStores]
    public async Task The_first_supervisor_has_the_request_and_whoever_asks_anew_asks_everybody(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var talk = await TalkAsync(line);
        (await line.Help.TakeAsync(talk, "boss", "Boss")).ShouldBe(TakeHelpResult.Late);
        await line.Help.AskAsync(talk, wanted: true);

        (await line.Help.TakeAsync(talk, "boss", "Boss")).ShouldBe(TakeHelpResult.Taken);
        (await line.Help.TakeAsync(talk, "boss", "Boss")).ShouldBe(TakeHelpResult.Taken);
        (await line.Help.TakeAsync(talk, "other", "Other")).ShouldBe(TakeHelpResult.Other);

        var help = (await line.Reservations.GetAsync(talk))!.Help;
        (help!.Helper, help.HelperName).ShouldBe(("boss", "Boss"));
        await line.Help.AskAsync(talk, wanted: false);
        await line.Help.AskAsync(talk, wanted: true);
        (await line.Help.TakeAsync(talk, "other", "Other")).ShouldBe(TakeHelpResult.Taken);
    }

    [Theory, OnBothStores]
    public async Task A_request_is_over_with_its_conversation(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        var talk = await TalkAsync(line);
        await line.Help.AskAsync(talk, wanted: true);

        await line.Reservations.CompleteAsync(talk, Party.Caller);

        (await line.Board.SnapshotAsync()).Talks.ShouldBeEmpty();
        (await line.Help.AskAsync(talk, wanted: true)).ShouldBeFalse();
        (await line.Help.TakeAsync(talk, "boss", "Boss")).ShouldBe(TakeHelpResult.Late);
        await Audit.OfAsync(line);
    }

    private static async Task<ReservationId> TalkAsync(Line line)
    {
        await line.Arrives("anna", "pl5");
        await line.Asks();
        var ring = line.Rings();
        await line.Reservations.AcceptAsync(ring.Reservation);
        return ring.Reservation;
    }
}
