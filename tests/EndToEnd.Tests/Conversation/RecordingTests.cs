using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Ivr.Voice.Recorder;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Records.Retention;
using Infoline.Sql;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Clients;
using CallEvent = Infoline.Records.Calls.CallEvent;
using Device = Infoline.PhoneNetwork.Device;
using NetworkRecording = Twilio.Rest.Api.V2010.Account.RecordingResource;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>Conversations that are recorded when the office wants it: the caller is told and may decline, the consultant pauses, the recording is deleted.</summary>
public sealed class RecordingTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly AccountId First = AccountId.Parse("demo-first");
    private static readonly AccountId Second = AccountId.Parse("demo-second");
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_caller_is_told_before_waiting_and_is_recorded_but_for_what_the_consultant_leaves_out(Language language)
    {
        await using var line = await OpensAsync();
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), [language.Code()]);
        var caller = line.Dials();
        caller.Presses($"{Key(language)}0");
        await caller.HearsSooner(_data.Prompt(language, "call.recording.notice")[0]);
        await AnsweredAsync(line, caller, device);

        (await SeenAsync(line, First)).State.Recording.ShouldBe(RecordingState.On);
        ((await SeenAsync(line, First)).Can & ConversationOffers.Recording).ShouldBe(ConversationOffers.Recording);
        await ActAsync(line, First, new ConversationAct.PauseRecording(true));
        (await SeenAsync(line, First)).State.Recording.ShouldBe(RecordingState.Paused);
        (await RecordingsAsync(line)).ShouldHaveSingleItem().Status.ShouldBe(NetworkRecording.StatusEnum.Paused);
        await ActAsync(line, First, new ConversationAct.PauseRecording(false));
        (await SeenAsync(line, First)).State.Recording.ShouldBe(RecordingState.On);
        caller.HangsUp();

        var events = await RecordAsync(line, caller, each => each is RecordingEnded);
        var recording = (await RecordingsAsync(line)).ShouldHaveSingleItem();
        recording.Status.ShouldBe(NetworkRecording.StatusEnum.Completed);
        events.Where(each => each.GetType().Name.StartsWith("Recording", StringComparison.Ordinal)).Select(each => each.GetType())
            .ShouldBe([typeof(RecordingBegan), typeof(RecordingPaused), typeof(RecordingResumed), typeof(RecordingEnded)]);
        var began = events.OfType<RecordingBegan>().Single();
        began.Recording.ShouldBe(recording.Sid);
        (began.KeptUntil - began.At).TotalDays.ShouldBe(30, 0.01);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_declines_is_not_recorded_and_not_asked_again_after_a_transfer()
    {
        await using var line = await OpensAsync();
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), [Language.Polish.Code()]);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), [Language.Ukrainian.Code()]);
        var caller = line.Dials();
        caller.Presses("10");
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.recording.notice")[0]);

        caller.Presses('8');
        await caller.HearsExactly(_data.Prompt(Language.Polish, "call.recording.declined"));
        await AnsweredAsync(line, caller, first);
        var seen = await SeenAsync(line, First);
        await ActAsync(line, First, new ConversationAct.TransferToQueue(Language.Ukrainian, null));
        await AnsweredAsync(line, caller, second);

        seen.State.Recording.ShouldBe(RecordingState.Declined);
        (await SeenAsync(line, Second)).State.Recording.ShouldBe(RecordingState.Declined);
        (seen.Can & ConversationOffers.Recording).ShouldBe(ConversationOffers.None);
        caller.Recordings.Count(name => name is "call.recording.notice").ShouldBe(1);
        (await RecordingsAsync(line)).ShouldBeEmpty();
        caller.HangsUp();
        (await RecordAsync(line, caller, each => each is Ended)).OfType<RecordingDeclined>().ShouldHaveSingleItem();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_conversation_of_a_transferred_caller_has_a_recording_of_its_own_and_nothing_between_is_recorded()
    {
        await using var line = await OpensAsync();
        var first = await ConversationScene.SignsInAsync(line, First.ToString(), [Language.Polish.Code()]);
        var second = await ConversationScene.SignsInAsync(line, Second.ToString(), [Language.Ukrainian.Code()]);
        var caller = line.Dials();
        caller.Presses("10");
        await AnsweredAsync(line, caller, first);

        await ActAsync(line, First, new ConversationAct.TransferToQueue(Language.Ukrainian, null));
        await line.Network.Passes(TimeSpan.FromSeconds(5));
        (await RecordingsAsync(line)).ShouldHaveSingleItem().Status.ShouldBe(NetworkRecording.StatusEnum.Completed);
        await AnsweredAsync(line, caller, second);

        (await SeenAsync(line, Second)).State.Recording.ShouldBe(RecordingState.On);
        (await RecordingsAsync(line)).Count.ShouldBe(2);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recording_past_its_time_is_deleted_at_the_network_at_the_second_try_when_the_first_was_refused()
    {
        await using var line = await OpensAsync();
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), [Language.Polish.Code()]);
        var caller = line.Dials();
        caller.Presses("10");
        await AnsweredAsync(line, caller, device);
        await line.Network.Passes(TimeSpan.FromSeconds(5));
        caller.HangsUp();
        var began = (await RecordAsync(line, caller, each => each is RecordingEnded)).OfType<RecordingBegan>().Single();
        var deletion = line.Part<RecordingDeletion>();

        (await deletion.DeleteAsync(began.KeptUntil.AddSeconds(-1), Cancel)).ShouldBe(0);
        (await RecordingsAsync(line)).ShouldHaveSingleItem();
        using (line.Network.Disturb(Traffic.Rest("DELETE", "Recordings"), Disturbance.Refused(400)))
            (await deletion.DeleteAsync(began.KeptUntil, Cancel)).ShouldBe(0);
        (await RecordingsAsync(line)).ShouldHaveSingleItem();
        (await deletion.DeleteAsync(began.KeptUntil.AddHours(1), Cancel)).ShouldBe(1);

        (await RecordingsAsync(line)).ShouldBeEmpty();
        (await line.Part<RecordingRegister>().DueAsync(DateTimeOffset.MaxValue, 10, Cancel)).ShouldBeEmpty();
        await using var database = await line.Part<Database>().OpenAsync(Cancel);
        await using var audit = database.CreateCommand();
        audit.CommandText = $"SELECT object_id FROM desk_audit WHERE action = '{AuditActions.RecordingDeleted}'";
        (await audit.ExecuteScalarAsync(Cancel)).ShouldBe(began.Recording);
    }

    [Fact]
    public async Task Nobody_is_recorded_unless_the_office_wants_it()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, First.ToString(), [Language.Polish.Code()]);
        var caller = line.Dials();
        caller.Presses("10");
        await AnsweredAsync(line, caller, device);

        (await SeenAsync(line, First)).State.Recording.ShouldBe(RecordingState.Off);
        (await RecordingsAsync(line)).ShouldBeEmpty();
        caller.Recordings.ShouldAllBe(name => !name.StartsWith("call.recording", StringComparison.Ordinal));
        line.Network.Faults.ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static char Key(Language language) => (char)('1' + LanguageCodes.All.ToList().IndexOf(language));

    private Task<Line> OpensAsync() => Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Conversations:Recording"] = "30" } });

    private static async Task AnsweredAsync(Line line, Handset caller, Device device)
    {
        await ConversationScene.IsPutThroughAsync(caller, device);
        await line.Network.Passes(TimeSpan.FromSeconds(1));
    }

    private static async Task<Infoline.Desk.Work.Conversation> SeenAsync(Line line, AccountId id)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Conversations.FindAsync(id, Cancel)).ShouldNotBeNull();
    }

    private static async Task ActAsync(Line line, AccountId id, ConversationAct act) =>
        (await line.Conversations.ActAsync(id, (await line.Conversations.FindAsync(id, Cancel)).ShouldNotBeNull().Id, act, Cancel)).ShouldBe(ActOutcome.Done, act.Name);

    private static async Task<IReadOnlyList<NetworkRecording>> RecordingsAsync(Line line)
    {
        await using var scope = line.Part<IServiceScopeFactory>().CreateAsyncScope();
        return [.. await NetworkRecording.ReadAsync(client: scope.ServiceProvider.GetRequiredService<ITwilioRestClient>())];
    }

    /// <summary>The time line as the database has it, as soon as it has an event of this kind.</summary>
    private static async Task<IReadOnlyList<CallEvent>> RecordAsync(Line line, Handset caller, Func<CallEvent, bool> complete)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await line.Records.FindAsync(caller.Call.Sid, Cancel) is var (_, events) && events.Any(complete) && events.Any(each => each is Ended))
                return events;
            await line.Network.Passes(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("There is no whole record of the call after 200 seconds.");
    }
}
