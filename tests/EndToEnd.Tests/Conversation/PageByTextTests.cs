using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>The consultant sends the caller the page of a topic.</summary>
public sealed class PageByTextTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private const string Page = "https://example.gov.pl/karta";
    private static readonly AccountId Me = AccountId.Parse("demo9");

    [Fact]
    public async Task It_comes_to_a_mobile_telephone_in_the_language_of_the_call_and_only_while_somebody_is_on_the_line()
    {
        await using var line = await OpenAsync();
        var phone = line.Network.Subscriber("+48600300400");
        var caller = await TalkAsync(line, "+48600300400");
        (await SeenAsync(line)).Can.HasFlag(ConversationOffers.SendPage).ShouldBeTrue();

        (await SendAsync(line, "fees-card")).ShouldBe(ActOutcome.Done);
        await line.Network.Passes(TimeSpan.FromSeconds(5));

        phone.Messages.ShouldHaveSingleItem().Body.ShouldBe($"Інфолінія для іноземців. Плата за карту: {Page}");
        (await SendAsync(line, "fees-permit")).ShouldBe(ActOutcome.Unreachable, "no page is set for it");
        caller.HangsUp();
        await line.Network.Passes(TimeSpan.FromSeconds(5));
        (await SeenAsync(line)).Can.HasFlag(ConversationOffers.SendPage).ShouldBeFalse();
        (await SendAsync(line, "fees-card")).ShouldBe(ActOutcome.TooLate);
        phone.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_not_offered_for_a_number_that_receives_no_text_messages()
    {
        await using var line = await OpenAsync();
        await TalkAsync(line, "+48422001122");

        (await SeenAsync(line)).Can.HasFlag(ConversationOffers.SendPage).ShouldBeFalse();
        (await SendAsync(line, "fees-card")).ShouldBe(ActOutcome.Unreachable);
    }

    private Task<Line> OpenAsync() => Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string> { ["Knowledge:Pages:fees-card"] = Page } });

    private static async Task<Handset> TalkAsync(Line line, string from)
    {
        var device = await ConversationScene.SignsInAsync(line, Me.ToString(), ["uk"]);
        var (caller, _) = await ConversationScene.TalkAsync(line, device, "30", from);
        return caller;
    }

    private static async Task<Infoline.Desk.Work.Conversation> SeenAsync(Line line)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Conversations.FindAsync(Me, Cancel)).ShouldNotBeNull();
    }

    private static async Task<ActOutcome> SendAsync(Line line, string topic) =>
        await line.Conversations.ActAsync(Me, (await SeenAsync(line)).Id, new ConversationAct.SendPage(topic), Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
