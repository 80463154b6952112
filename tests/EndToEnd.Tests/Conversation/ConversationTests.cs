using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>A caller presses 0 and talks to a consultant; and everything that can go wrong on the way.</summary>
public sealed class ConversationTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly ConsultantId Polish = ConsultantId.Parse("demo-polish");
    private static readonly ConsultantId English = ConsultantId.Parse("demo-english");
    private static readonly ConsultantId Ukrainian = ConsultantId.Parse("demo-ukrainian");
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_caller_who_presses_0_is_handed_to_the_consultant_who_speaks_the_language(Language language)
    {
        await using var line = await Line.OpensAsync(content);
        var devices = new Dictionary<Language, Device>
        {
            [Language.Polish] = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]),
            [Language.English] = await ConversationScene.SignsInAsync(line, English.Value, ["en"]),
            [Language.Ukrainian] = await ConversationScene.SignsInAsync(line, Ukrainian.Value, ["uk"]),
        };
        var caller = line.Dials();
        caller.Presses($"{Key(language)}0");

        var consultant = await devices[language].Rings();
        consultant.Answers();
        await caller.HearsSooner(_data.Prompt(language, "queue.connecting")[0]);
        await caller.IsConnectedWith(consultant);

        foreach (var (_, other) in devices.Where(device => device.Key != language))
            other.Calls.ShouldBeEmpty();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_ends_the_conversation_and_the_consultant_wraps_up()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);

        caller.HangsUp();

        await consultant.IsHungUp();
        (await StatusAsync(line, Polish)).ShouldBe(ConsultantStatus.WrapUp);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consultant_who_still_hears_the_whisper_when_the_caller_hangs_up_hears_so_and_is_not_left_alone()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var (caller, consultant) = await ConversationScene.HearsForWhomAsync(line, device);

        caller.HangsUp();

        await consultant.HearsSooner(_data.Prompt(Language.Polish, "whisper.caller-gone")[0]);
        await consultant.IsHungUp();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_whose_step_into_the_conversation_fails_is_led_there_once_more()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        line.Network.Disturb(Traffic.Webhooks("/voice/connect").Once(), Disturbance.AnsweredInstead(503));

        var (caller, consultant) = await ConversationScene.TalkAsync(line, device);

        caller.Call.IsConnectedWith(consultant.Call).ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_whose_consultant_hangs_up_before_they_meet_is_not_left_alone_in_the_room()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var (caller, _) = await ConversationScene.HearsForWhomAsync(line, device);

        await ConversationScene.HangsUpAtDeskAsync(line, Polish.Value);

        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consultant_who_hangs_up_leaves_the_caller_with_every_key_working()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var (caller, _) = await ConversationScene.TalkAsync(line, device);

        await ConversationScene.HangsUpAtDeskAsync(line, Polish.Value);

        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);
        (await StatusAsync(line, Polish)).ShouldBe(ConsultantStatus.WrapUp);
        caller.Presses('#');
        await caller.HearsSooner(_data.Node(Language.Polish, _data.Menu.Start)[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_whose_conversation_has_ended_asks_for_a_consultant_once_more_and_is_put_through()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var (caller, _) = await ConversationScene.TalkAsync(line, device);
        await ConversationScene.HangsUpAtDeskAsync(line, Polish.Value);
        await caller.HearsSooner(_data.Prompt(Language.Polish, "call.ended")[0]);

        caller.Presses('0');
        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.joined")[0]);

        var second = await device.Rings();
        second.Answers();
        await caller.IsConnectedWith(second);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_keeps_the_place_when_the_consultant_does_not_answer_and_the_next_one_is_rung()
    {
        await using var line = await Line.OpensAsync(content);
        var first = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var caller = line.Dials();
        caller.Presses("10");
        await first.Rings();
        var second = await ConversationScene.SignsInAsync(line, English.Value, ["pl"]);

        var consultant = await second.Rings(TimeSpan.FromSeconds(60));
        consultant.Answers();

        await caller.IsConnectedWith(consultant);
        first.Calls.Count.ShouldBe(1);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voicemail_of_a_consultant_never_swallows_a_caller()
    {
        await using var line = await Line.OpensAsync(content);
        var mobile = line.Network.Subscriber("+48500100100").HasVoicemail("Leave a message", TimeSpan.FromSeconds(5));
        await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"], mobile);
        var caller = line.Dials();
        caller.Presses("10");
        await mobile.Rings();
        var second = await ConversationScene.SignsInAsync(line, English.Value, ["pl"]);

        var consultant = await second.Rings(TimeSpan.FromSeconds(90));
        consultant.Answers();

        await caller.IsConnectedWith(consultant);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consultant_on_a_telephone_hears_who_waits_and_presses_1_to_accept()
    {
        await using var line = await Line.OpensAsync(content);
        var mobile = line.Network.Subscriber("+48500100100");
        await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"], mobile);
        var caller = line.Dials();
        caller.Presses("10");

        var consultant = await mobile.Rings();
        consultant.Answers();
        await consultant.HearsSooner(_data.Prompt(Language.Polish, "whisper.accept")[0]);
        consultant.Presses('1');

        await caller.IsConnectedWith(consultant);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_it_rings_frees_the_consultant_at_once()
    {
        await using var line = await Line.OpensAsync(content);
        var device = await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"]);
        var caller = line.Dials();
        caller.Presses("10");
        var consultant = await device.Rings();

        caller.HangsUp();

        await consultant.IsHungUp(TimeSpan.FromSeconds(2));
        (await StatusAsync(line, Polish)).ShouldBe(ConsultantStatus.Available);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiting_caller_goes_to_the_recordings_and_comes_back_to_the_same_place()
    {
        await using var line = await Line.OpensAsync(content);
        await ConversationScene.SignsInAsync(line, Polish.Value, ["pl"], availability: Availability.Pause);
        var caller = line.Dials();
        caller.Presses("10");
        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.joined")[0]);

        caller.Presses('#');
        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.left-for-menu")[0]);
        caller.Presses('0');

        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.back")[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_is_told_when_no_consultant_is_at_the_telephone_and_what_to_do_instead()
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        caller.Presses("10");

        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.refused.nobody")[0]);
        await caller.HearsSooner(_data.Prompt(Language.Polish, "queue.key.recordings")[0]);

        caller.Presses('#');
        await caller.HearsSooner(_data.Node(Language.Polish, _data.Menu.Start)[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    private static char Key(Language language) => (char)('1' + LanguageCodes.All.ToList().IndexOf(language));

    /// <summary>What the consultant is after the requests that are under way have come to rest.</summary>
    private static async Task<ConsultantStatus?> StatusAsync(Line line, ConsultantId id)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Consultants.GetAsync(id, TestContext.Current.CancellationToken))?.Status;
    }
}
