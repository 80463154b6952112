using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Routing;
using CallEvent = Infoline.Records.Calls.CallEvent;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>A consultant's telephone is lost in the middle of a conversation: what the caller hears, and what the desks see.</summary>
public sealed class LostConsultantTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private const string Anna = "demo-anna";
    private const string Basia = "demo-basia";
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_caller_hears_so_in_their_language_and_goes_on_with_the_same_consultant_as_soon_as_the_telephone_is_back(Language language)
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Anna, [language.Code()]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device, $"{1 + LanguageCodes.All.ToList().IndexOf(language)}0");
        await NotesAsync(line, Anna, "Pyta o kartę.");

        consultant.HangsUp();
        await caller.HearsSooner(_data.Prompt(language, "call.lost")[0]);
        (await SeenAsync(line, Anna)).IsLost.ShouldBeTrue();
        await line.Consultants.ReattachAsync(ConsultantId.Parse(Anna), Cancel);

        await ConversationScene.IsPutThroughAsync(caller, device);
        var call = (await line.Conversations.FindAsync(AccountId.Parse(Anna), Cancel)).ShouldNotBeNull();
        call.Before.ShouldNotBeNull().Consultant.ShouldBe(Anna);
        call.Notes.ShouldBe("Pyta o kartę.");
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_telephone_stays_away_the_first_who_is_free_gets_the_caller_with_the_story_before_callers_who_came_earlier()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var earlier = line.Dials("+48600100300");
        earlier.Presses(ConversationScene.ToPolish);
        (await device.Rings()).Declines();
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);
        await NotesAsync(line, Anna, "Pyta o kartę.");

        consultant.HangsUp();
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.lost")[0]);
        var other = await ConversationScene.SignsInAsync(line, Basia, ["pl"], availability: Availability.Pause);
        await line.Network.Passes(TimeSpan.FromSeconds(25));
        await line.Consultants.SetStateAsync(ConsultantId.Parse(Basia), Availability.Available, cancellation: Cancel);

        await ConversationScene.IsPutThroughAsync(caller, other);
        var call = (await line.Conversations.FindAsync(AccountId.Parse(Basia), Cancel)).ShouldNotBeNull();
        (call.Before.ShouldNotBeNull().Consultant, call.Notes).ShouldBe((Anna, "Pyta o kartę."));
        earlier.Call.Hears.ShouldBeEmpty();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_record_tells_that_the_line_to_the_first_consultant_broke_what_was_noted_and_who_ended_the_second_conversation()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);
        await NotesAsync(line, Anna, "Pyta o kartę.");
        consultant.HangsUp();
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.lost")[0]);
        await line.Consultants.ReattachAsync(ConsultantId.Parse(Anna), Cancel);
        var again = await ConversationScene.IsPutThroughAsync(caller, device);
        caller.HangsUp();
        await again.IsHungUp();

        var events = await EventsAsync(line, caller);
        events.OfType<ConversationEnded>().Select(each => each.By).ShouldBe([EndedBy.Network, EndedBy.Caller]);
        events.OfType<Connected>().Count().ShouldBe(2);
        events.OfType<Noted>().ShouldHaveSingleItem().Text.ShouldBe("Pyta o kartę.");
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_softphone_that_is_lost_before_the_two_meet_leaves_nobody_alone_in_the_room()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var (caller, consultant) = await ConversationScene.HearsForWhomAsync(line, device);

        consultant.HangsUp();

        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.lost")[0]);
        await line.Consultants.ReattachAsync(ConsultantId.Parse(Anna), Cancel);
        await ConversationScene.IsPutThroughAsync(caller, device);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_telephone_that_is_hung_up_ends_the_conversation()
    {
        await using var line = await Line.OpensAsync(content);
        var telephone = line.Network.Subscriber("+48500100100");
        await ConversationScene.SignsInAsync(line, Anna, ["pl"], telephone);
        var caller = line.Dials();
        caller.Presses(ConversationScene.ToPolish);
        var consultant = await telephone.Rings();
        consultant.Answers();
        await consultant.HearsSooner(_data.Prompt(Language.Polish, "whisper.accept")[0]);
        consultant.Presses('1');
        await caller.IsConnectedWith(consultant);

        consultant.HangsUp();

        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);
        (await SeenAsync(line, Anna)).Status.ShouldBe(ConsultantStatus.WrapUp);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_has_not_lost_the_consultant_whatever_the_network_tells_first()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);
        line.Network.Disturb(Traffic.Webhooks("/left"), Disturbance.Lost);
        line.Network.Disturb(Traffic.Callbacks(path: "/voice/status"), Disturbance.Late(TimeSpan.FromSeconds(10)));

        caller.HangsUp();

        await consultant.IsHungUp();
        (await SeenAsync(line, Anna)).Status.ShouldBe(ConsultantStatus.WrapUp);
        var events = await EventsAsync(line, caller);
        events.OfType<ConversationEnded>().ShouldHaveSingleItem().By.ShouldNotBe(EndedBy.Network);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task NotesAsync(Line line, string consultant, string text)
    {
        var (account, conversations) = (AccountId.Parse(consultant), line.Conversations);
        var call = (await conversations.FindAsync(account, Cancel)).ShouldNotBeNull();
        (await conversations.ActAsync(account, call.Id, new ConversationAct.Note(text, null), Cancel)).ShouldBe(ActOutcome.Done);
    }

    /// <summary>The consultant as everybody sees them, after the requests that are under way have come to rest.</summary>
    private static async Task<Consultant> SeenAsync(Line line, string consultant)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Consultants.GetAsync(ConsultantId.Parse(consultant), Cancel)).ShouldNotBeNull();
    }

    /// <summary>The events of the record, as soon as it is whole.</summary>
    private static async Task<IReadOnlyList<CallEvent>> EventsAsync(Line line, Handset caller)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await line.Records.FindAsync(caller.Call.Sid, Cancel) is var (_, events) && events.OfType<Ended>().Any() && events.OfType<WrapUpEnded>().Any())
                return events;
            await line.Network.Passes(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("There is no whole record of the call after 200 seconds.");
    }
}
