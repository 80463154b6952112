using Infoline.EndToEnd.Tests.Lines;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Callback;

/// <summary>A caller is offered to be called back, says where and when, and hangs up.</summary>
public sealed class CallbackDialogueTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly DateTimeOffset Night = new(2026, 1, 12, 21, 0, 0, TimeSpan.Zero);
    private readonly CallbackScene _scene = new(new MenuData(content.Folder));

    [Fact]
    public async Task In_every_language_a_waiting_caller_is_offered_a_callback_after_four_minutes_and_keeps_the_place()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        foreach (var language in LanguageCodes.All)
        {
            await CallbackScene.SignsInAsync(line, language, Availability.Pause);
            var began = line.Network.Clock.GetUtcNow();
            var caller = await _scene.WaitsAsync(line, language);

            await caller.HearsSooner(_scene.Prompt(language, "callback.offer")[0], TimeSpan.FromMinutes(5));
            (line.Network.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
            await caller.HearsExactly(_scene.Prompt(language, "queue.key.callback"));
            await _scene.AsksToBeCalledAsync(caller, language);

            (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Callbacks.ShouldBe(1);
            (await line.Callbacks.CancelAsync(CallId.Parse(caller.Call.Sid), TestContext.Current.CancellationToken)).ShouldBeTrue();
        }

        line.Network.Faults.ShouldBeEmpty();
        line.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_number_is_keyed_in_and_read_back_and_a_garbled_one_is_asked_for_again()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.English, Availability.Pause);
        var caller = await _scene.WaitsAsync(line, Language.English);

        caller.Presses('1');
        await caller.HearsWhole(_scene.ReadBack(Language.English, "600100200"));
        caller.Presses('2');
        await caller.HearsWhole(_scene.Prompt(Language.English, "callback.number.ask"));
        caller.Presses("12345#");
        await caller.HearsWhole([.. _scene.Prompt(Language.English, "callback.number.wrong"), .. _scene.Prompt(Language.English, "callback.number.ask")]);
        caller.Presses("00380671234567#");
        await caller.HearsWhole(_scene.ReadBack(Language.English, "00380671234567"));
        caller.Presses('2');
        await caller.HearsWhole(_scene.Prompt(Language.English, "callback.number.ask"));
        caller.Presses("511222333#");
        await caller.HearsWhole(_scene.ReadBack(Language.English, "511222333"));

        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_with_a_withheld_number_is_asked_for_one_and_after_three_garbled_ones_waits_on()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        var caller = await _scene.WaitsAsync(line, Language.Polish, "+266696687");

        caller.Presses('1');
        await caller.HearsWhole([.. _scene.Prompt(Language.Polish, "callback.number.withheld"), .. _scene.Prompt(Language.Polish, "callback.number.ask")]);
        foreach (var garbled in new[] { "999#", "5112*2333#" })
        {
            caller.Presses(garbled);
            await caller.HearsWhole([.. _scene.Prompt(Language.Polish, "callback.number.wrong"), .. _scene.Prompt(Language.Polish, "callback.number.ask")]);
        }

        caller.Presses("000#");
        await caller.HearsWhole(_scene.Prompt(Language.Polish, "callback.number.given-up"));
        caller.Presses('9');
        await caller.HearsSooner(_scene.Prompt(Language.Polish, "queue.next")[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_is_chosen_by_key_and_told_with_its_day_and_the_recordings_go_on()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Ukrainian, Availability.Pause);
        foreach (var (key, day, from, to) in new[] { ('2', 13, 8, 12), ('3', 12, 12, 16) })
        {
            var caller = line.Dials();
            caller.Presses("3011");
            await caller.HearsWhole(_scene.Prompt(Language.Ukrainian, "callback.window.ask"));
            caller.Presses(key);

            await caller.HearsWhole(_scene.NotedFor(Language.Ukrainian, new DateOnly(2026, 1, day), new TimeOnly(from, 0), new TimeOnly(to, 0)));
            await caller.HearsSooner(_scene.Prompt(Language.Ukrainian, "queue.key.recordings")[0]);
            caller.Presses('#');
            await caller.HearsSooner(_scene.Prompt(Language.Ukrainian, "keys.brief")[0]);
            caller.HangsUp();
        }

        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_night_a_caller_of_any_language_is_offered_to_be_called_in_office_hours_and_changes_or_cancels_it_later()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Start = Night });
        foreach (var language in LanguageCodes.All)
        {
            var caller = line.Network.Dial($"+4860010020{CallbackScene.Key(language)}");
            caller.Presses($"{CallbackScene.Key(language)}0");
            await caller.HearsSooner(_scene.Prompt(language, "callback.offer.closed")[0]);
            await caller.HearsExactly(_scene.Prompt(language, "queue.key.callback"));
            caller.Presses("111");
            await caller.HearsWhole(_scene.NotedFor(language, new DateOnly(2026, 1, 13), new TimeOnly(8, 0), new TimeOnly(16, 0)));
            await caller.IsHungUp();
        }

        (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Callbacks.ShouldBe(3);
        var again = line.Network.Dial("+48600100202");
        again.Presses("201");
        await again.HearsWhole([.. _scene.Prompt(Language.English, "callback.already"), .. _scene.Prompt(Language.English, "callback.already.keys")]);
        again.Presses('3');
        await again.HearsWhole(_scene.Prompt(Language.English, "callback.cancelled"));

        (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Callbacks.ShouldBe(2);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_whose_language_nobody_speaks_is_told_so_and_offered_a_callback()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Polish);
        var caller = line.Dials();
        caller.Presses("30");

        await caller.HearsWhole([.. _scene.Prompt(Language.Ukrainian, "queue.refused.language"), .. _scene.Prompt(Language.Ukrainian, "callback.offer.no-speaker")]);
        await _scene.AsksToBeCalledAsync(caller, Language.Ukrainian);

        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_asked_for_a_callback_and_presses_0_waits_again_at_the_same_place()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        var caller = await _scene.WaitsAsync(line, Language.Polish);
        caller.Presses("111");
        await caller.HearsSooner(_scene.Prompt(Language.Polish, "callback.confirmed.now")[0]);

        caller.Presses('0');

        await caller.HearsWhole(_scene.Prompt(Language.Polish, "callback.cancelled.called-again"));
        await caller.HearsExactly(_scene.Prompt(Language.Polish, "queue.next"));
        (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Callbacks.ShouldBe(0);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_travels_sealed_and_stands_in_no_log()
    {
        await using var line = await Line.OpensAsync(content);
        await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        var caller = await _scene.WaitsAsync(line, Language.Polish);

        await _scene.AsksToBeCalledAsync(caller, Language.Polish);

        line.Log.All.ShouldNotContain(text => text.Contains("600100200", StringComparison.Ordinal));
        var urls = caller.Call.Transcript.ToString().Split('\n').Where(text => text.Contains("/voice/callback", StringComparison.Ordinal)).ToList();
        urls.ShouldNotBeEmpty();
        urls.ShouldNotContain(text => text.Contains("600100200", StringComparison.Ordinal));
    }
}
