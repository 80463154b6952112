using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Routing;
using CallEvent = Infoline.Records.Calls.CallEvent;
using DeskConversation = Infoline.Desk.Work.Conversation;
using Device = Infoline.PhoneNetwork.Device;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>What a consultant sees of a call at the desk, and what the desk's acts do on the telephone.</summary>
public sealed class DeskConversationTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly AccountId First = AccountId.Parse("demo-first");
    private static readonly AccountId Second = AccountId.Parse("demo-second");
    private readonly MenuData _data = new(content.Folder);

    [Fact]
    public async Task The_desk_shows_the_call_its_language_and_its_story_before_the_consultant_says_hello()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), ["uk", "pl"]);
        var caller = line.Dials();
        caller.Presses('3');
        await caller.HearsSooner(_data.Node(Language.Ukrainian, _data.Menu.Start)[0]);
        caller.Presses('0');
        await device.Rings();

        var call = (await line.Conversations.FindAsync(First, Cancel)).ShouldNotBeNull();

        call.Stage.ShouldBe(ConversationStage.Ringing);
        call.StageEnds.ShouldNotBeNull().ShouldBeGreaterThan(line.Network.Clock.GetUtcNow());
        call.Caller.Language.ShouldBe(Language.Ukrainian);
        call.Caller.Number.ShouldBe("+48 600 100 200");
        call.Can.ShouldBe(ConversationOffers.Answer | ConversationOffers.Refuse);
    }

    [Fact]
    public async Task Hold_lets_the_caller_hear_music_until_the_consultant_is_back()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, device);

        await ActAsync(line, First, new ConversationAct.Hold());
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.hold")[0]);
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.OnHold);
        await ActAsync(line, First, new ConversationAct.Resume());

        await caller.IsConnectedWith(consultant);
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.Talking);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_muted_consultant_is_not_heard_and_is_heard_again()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, device);

        await ActAsync(line, First, new ConversationAct.Mute(On: true));
        (await SeenAsync(line, First)).State.IsMuted.ShouldBeTrue();
        await ActAsync(line, First, new ConversationAct.Mute(On: false));

        (await SeenAsync(line, First)).State.IsMuted.ShouldBeFalse();
        consultant.Speaks("Dzień dobry");
        await caller.Hears("Dzień dobry");
    }

    [Fact]
    public async Task A_caller_handed_on_to_a_language_waits_at_the_old_place_and_is_served_in_that_language()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), ["uk"]);
        var (caller, consultant) = await TalkAsync(line, first);

        await ActAsync(line, First, new ConversationAct.TransferToQueue(Language.Ukrainian, null));

        var colleague = await second.Rings();
        colleague.Answers();
        await caller.IsConnectedWith(colleague);
        await consultant.IsHungUp();
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.WrapUp);
        (await SeenAsync(line, Second)).Caller.Language.ShouldBe(Language.Ukrainian);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_handed_on_to_a_colleague_rings_there()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, _) = await TalkAsync(line, first);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), ["en"]);

        await ActAsync(line, First, new ConversationAct.TransferToColleague(Second));

        var colleague = await second.Rings();
        colleague.Answers();
        await caller.IsConnectedWith(colleague);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_word_comes_before_a_warm_transfer_and_the_caller_never_stays_alone()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, first);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), ["en"]);

        await ActAsync(line, First, new ConversationAct.Consult(Second));
        var colleague = await second.Rings();
        colleague.Answers();
        await consultant.IsConnectedWith(colleague);
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.hold")[0]);
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.Consulting);
        await ActAsync(line, First, new ConversationAct.CompleteTransfer());

        await caller.IsConnectedWith(colleague);
        await consultant.IsHungUp();
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.WrapUp);
        (await SeenAsync(line, Second)).Stage.ShouldBe(ConversationStage.Talking);
        await ActAsync(line, Second, new ConversationAct.HangUp());
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);
        (await SeenAsync(line, Second)).Stage.ShouldBe(ConversationStage.WrapUp);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_word_without_a_transfer_leads_back_to_the_caller()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, first);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), ["en"]);
        await ActAsync(line, First, new ConversationAct.Consult(Second));
        var colleague = await second.Rings();
        colleague.Answers();
        await consultant.IsConnectedWith(colleague);

        await ActAsync(line, First, new ConversationAct.EndConsultation());

        await colleague.IsHungUp();
        await caller.IsConnectedWith(consultant);
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.Talking);
        (await line.Consultants.GetAsync(ConsultantId.Parse(Second.ToString()), Cancel))!.Status.ShouldBe(ConsultantStatus.Available);
    }

    [Fact]
    public async Task An_interpreter_joins_and_leaves_the_conversation()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, first);
        var interpreter = line.Network.Subscriber("+48222345678");

        (await TryAsync(line, First, new ConversationAct.AddThirdParty("not a number"))).ShouldBe(ActOutcome.Unreachable);
        await ActAsync(line, First, new ConversationAct.AddThirdParty("22 234 56 78"));
        var joined = await interpreter.Rings();
        joined.Answers();
        await caller.IsConnectedWith(joined);
        (await SeenAsync(line, First)).State.HasThirdParty.ShouldBeTrue();
        await ActAsync(line, First, new ConversationAct.RemoveThirdParty());

        await joined.IsHungUp();
        await caller.IsConnectedWith(consultant);
        (await SeenAsync(line, First)).State.HasThirdParty.ShouldBeFalse();
    }

    [Fact]
    public async Task A_finished_call_is_in_the_records_with_its_story_notes_and_outcome()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, _) = await TalkAsync(line, device);
        await ActAsync(line, First, new ConversationAct.Hold());
        await line.Network.Passes(TimeSpan.FromSeconds(30));
        await ActAsync(line, First, new ConversationAct.Resume());
        await ActAsync(line, First, new ConversationAct.Note("Pyta o kartę.", "informed"));
        await ActAsync(line, First, new ConversationAct.HangUp());
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);
        await ActAsync(line, First, new ConversationAct.FinishWrapUp());
        caller.HangsUp();

        var (row, events) = await RecordAsync(line, caller, complete: known => known.Events.Any(each => each is Ended) && known.Events.Any(each => each is Noted));

        row.Outcome.ShouldBe(CallOutcome.Answered);
        (row.Language, row.Consultant, row.Disposition).ShouldBe(("pl", First.ToString(), "informed"));
        row.Hold.TotalSeconds.ShouldBeInRange(29, 34);
        events.OfType<Noted>().Single().Text.ShouldBe("Pyta o kartę.");
        events.OfType<Stepped>().ShouldNotBeEmpty();
        events.OfType<Offered>().Count().ShouldBe(1);
        (await line.Records.RecentAsync(row.CallerKey.ShouldNotBeNull(), 5, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_only_listens_is_in_the_records_too()
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        caller.Presses('2');
        await caller.HearsSooner(_data.Node(Language.English, _data.Menu.Start)[0]);
        caller.HangsUp();

        var (row, _) = await RecordAsync(line, caller, complete: known => known.Events.Any(each => each is Ended));

        (row.Outcome, row.Language).ShouldBe((CallOutcome.SelfService, "en"));
    }

    [Fact]
    public async Task While_the_database_is_down_conversations_go_on_and_their_records_wait_in_the_queues_store()
    {
        await using var line = await Line.OpensAsync(new LineSetup
        {
            Content = content,
            Settings = new Dictionary<string, string> { ["Database:Connection"] = "Host=127.0.0.1;Port=1;Database=none;Timeout=1" },
        });
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), ["pl"]);
        var (caller, consultant) = await TalkAsync(line, device);
        (await SeenAsync(line, First)).Earlier.ShouldBeEmpty();
        await ActAsync(line, First, new ConversationAct.HangUp());
        await consultant.IsHungUp();
        (await SeenAsync(line, First)).Stage.ShouldBe(ConversationStage.WrapUp);
        await ActAsync(line, First, new ConversationAct.FinishWrapUp());
        caller.HangsUp();

        for (var tries = 0; tries < 200 && line.Log.Named("RecordsWait").Count < 2; tries++)
            await line.Network.Passes(TimeSpan.FromSeconds(1));

        line.Log.Named("RecordsWait").Count.ShouldBeGreaterThanOrEqualTo(2);
        (await line.Part<Board>().SnapshotAsync(Cancel)).RecordsToStore.ShouldBeGreaterThanOrEqualTo(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>They talk, and the network has told that both are in the room.</summary>
    private static async Task<(Handset Caller, Handset Consultant)> TalkAsync(Line line, Device device)
    {
        var talk = await ConversationScene.TalkAsync(line, device);
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return talk;
    }

    private static async Task<DeskConversation> SeenAsync(Line line, AccountId id)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Conversations.FindAsync(id, Cancel)).ShouldNotBeNull();
    }

    /// <summary>The record as the database has it, as soon as all its parts have come there.</summary>
    private static async Task<(CallRow Call, IReadOnlyList<CallEvent> Events)> RecordAsync(
        Line line, Handset caller, Func<(CallRow Call, IReadOnlyList<CallEvent> Events), bool> complete)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await line.Records.FindAsync(caller.Call.Sid, Cancel) is { } known && complete(known))
                return known;
            await line.Network.Passes(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("There is no whole record of the call after 200 seconds.");
    }

    private static async Task<ActOutcome> TryAsync(Line line, AccountId id, ConversationAct act) =>
        await line.Conversations.ActAsync(id, (await line.Conversations.FindAsync(id, Cancel)).ShouldNotBeNull().Id, act, Cancel);

    private static async Task ActAsync(Line line, AccountId id, ConversationAct act) => (await TryAsync(line, id, act)).ShouldBe(ActOutcome.Done, act.Name);
}
