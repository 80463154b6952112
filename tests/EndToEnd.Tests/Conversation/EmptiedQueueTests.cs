using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>The queue's store is emptied in the middle of a conversation, and the desk tells it what goes on.</summary>
public sealed class EmptiedQueueTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private const string Anna = "demo-anna";
    private static readonly AccountId Account = AccountId.Parse(Anna);
    private readonly MenuData _data = new(content.Folder);

    [Fact]
    public async Task The_consultant_gets_no_second_call_the_desks_buttons_work_and_hanging_up_leads_to_wrap_up()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var line = await OpensAsync(redis.Connection);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        var before = await SeenAsync(line);

        await redis.IsEmptiedAsync();
        await ConversationScene.SignsInAsync(line, Anna, ["pl"], device, Availability.NotReady);
        await line.Conversations.RestoreAsync(Account, before.Running.ShouldNotBeNull(), Cancel);
        await line.Consultants.SetStateAsync(ConsultantId.Parse(Anna), Availability.Available, cancellation: Cancel);
        var other = line.Dials("+48600100300");
        other.Presses(ConversationScene.ToPolish);
        await other.HearsSooner(_data.Prompt(Language.Polish, "queue.joined")[0]);

        var after = await SeenAsync(line);
        (after.Id, after.Call, after.Stage, after.Can).ShouldBe((before.Id, before.Call, ConversationStage.Talking, before.Can));
        device.Calls.Count.ShouldBe(1);
        (await line.Conversations.ActAsync(Account, after.Id, new ConversationAct.Hold(), Cancel)).ShouldBe(ActOutcome.Done);
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.hold")[0]);
        caller.HangsUp();
        await consultant.IsHungUp();
        (await SeenAsync(line)).Stage.ShouldBe(ConversationStage.WrapUp);
        (await line.Conversations.ActAsync(Account, after.Id, new ConversationAct.FinishWrapUp(), Cancel)).ShouldBe(ActOutcome.Done);
        await ConversationScene.IsPutThroughAsync(other, device);
        line.Log.Named("ConversationRestored").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_that_ended_meanwhile_is_not_put_back()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var line = await OpensAsync(redis.Connection);
        var device = await ConversationScene.SignsInAsync(line, Anna, ["pl"]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);
        var talk = (await SeenAsync(line)).Running.ShouldNotBeNull();

        await redis.IsEmptiedAsync();
        caller.HangsUp();
        await consultant.IsHungUp();
        await ConversationScene.SignsInAsync(line, Anna, ["pl"], device, Availability.NotReady);
        await line.Conversations.RestoreAsync(Account, talk, Cancel);

        (await line.Consultants.GetAsync(ConsultantId.Parse(Anna), Cancel)).ShouldNotBeNull().Status.ShouldBe(ConsultantStatus.NotReady);
        line.Log.Named("ConversationRestored").ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Line> OpensAsync(string connection) =>
        Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string> { ["Routing:Connection"] = connection } });

    private static async Task<Infoline.Desk.Work.Conversation> SeenAsync(Line line)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Conversations.FindAsync(Account, Cancel)).ShouldNotBeNull();
    }
}
