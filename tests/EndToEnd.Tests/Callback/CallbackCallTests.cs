using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Routing;
using CallEvent = Infoline.Records.Calls.CallEvent;

namespace Infoline.EndToEnd.Tests.Callback;

/// <summary>A consultant accepts a callback, the caller's telephone rings, and both talk; and everything that can go wrong on the way.</summary>
public sealed class CallbackCallTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly CallbackScene _scene = new(new MenuData(content.Folder));

    [Fact]
    public async Task In_every_language_the_caller_is_rung_after_the_accept_hears_who_calls_presses_1_and_talks()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        foreach (var language in LanguageCodes.All)
        {
            var softphone = await AsksAsync(line, language);

            var consultant = await softphone.Rings();
            telephone.Calls.Count.ShouldBe((int)language, "the caller is dialled only after the accept");
            consultant.Answers();
            await consultant.HearsSooner(_scene.Prompt(Language.Polish, "whisper.callback")[0]);
            var caller = await telephone.Rings();
            await consultant.HearsSooner(_scene.Prompt(Language.Polish, "whisper.callback.calling")[0]);
            caller.Answers();
            await caller.HearsWhole(_scene.Prompt(language, "callback.attempt.greeting"));
            caller.Presses('1');
            await caller.IsConnectedWith(consultant);

            caller.HangsUp();
            await consultant.IsHungUp();
            (await CallbackScene.StatusAsync(line)).ShouldBe(ConsultantStatus.WrapUp);
            var (row, events) = await RecordOfAsync(line, caller);
            (row.Outcome, row.Language).ShouldBe((CallOutcome.Answered, language.Code()));
            events.OfType<CallbackAttempted>().ShouldHaveSingleItem().Outcome.ShouldBe("reached");
            await CallbackScene.BecomesAsync(line, Availability.Offline);
        }

        telephone.Calls.Count.ShouldBe(3);
        var today = (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Today;
        today.Connected.ShouldBe(3);
        line.Network.Faults.ShouldBeEmpty();
        line.Log.Errors.ShouldBeEmpty();
        line.Log.All.ShouldNotContain(text => text.Contains("600100200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_is_busy_three_times_is_tried_with_pauses_and_each_time_the_consultant_hears_so_and_is_free()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number).IsBusy();
        var softphone = await AsksAsync(line, Language.English);

        var tried = new List<DateTimeOffset>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var consultant = await softphone.Rings(TimeSpan.FromMinutes(2));
            consultant.Answers();
            await consultant.HearsSooner(_scene.Prompt(Language.Polish, "whisper.callback.unreached")[0]);
            tried.Add(line.Network.Clock.GetUtcNow());
            (await consultant.IsHungUp()).ShouldBe("completed");
            (await CallbackScene.StatusAsync(line)).ShouldBe(ConsultantStatus.Available);
        }

        await line.Network.Passes(TimeSpan.FromMinutes(3));
        (telephone.Calls.Count, softphone.Calls.Count).ShouldBe((3, 3));
        tried.Zip(tried.Skip(1), (one, next) => next - one).ShouldAllBe(pause => pause >= TimeSpan.FromMinutes(1) && pause < TimeSpan.FromMinutes(2));
        var today = (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Today;
        (today.Unreached, today.Connected).ShouldBe((1, 0));
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voicemail_presses_nothing_and_hears_nothing_of_the_person_or_the_matter()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number).HasVoicemail("Leave a message", TimeSpan.FromSeconds(5));
        var softphone = await AsksAsync(line, Language.Ukrainian);

        var consultant = await softphone.Rings();
        consultant.Answers();
        var voicemail = await telephone.Rings();
        await voicemail.HearsSooner(_scene.Prompt(Language.Ukrainian, "callback.attempt.missed")[0]);
        (await voicemail.IsHungUp()).ShouldBe("completed");
        await consultant.HearsSooner(_scene.Prompt(Language.Polish, "whisper.callback.unreached")[0]);

        (await CallbackScene.StatusAsync(line)).ShouldBe(ConsultantStatus.Available);
        (await softphone.Rings(TimeSpan.FromMinutes(2))).Declines();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_presses_2_is_called_later_and_one_who_presses_3_no_more()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        var softphone = await AsksAsync(line, Language.Polish);

        (await softphone.Rings()).Answers();
        var caller = await telephone.Rings();
        caller.Answers();
        caller.Presses('2');
        await caller.HearsWhole(_scene.Prompt(Language.Polish, "callback.attempt.later"));
        await softphone.Line.HearsSooner(_scene.Prompt(Language.Polish, "whisper.callback.unreached")[0]);

        (await softphone.Rings(TimeSpan.FromMinutes(2))).Answers();
        caller = await telephone.Rings();
        caller.Answers();
        caller.Presses('3');
        await caller.HearsWhole(_scene.Prompt(Language.Polish, "callback.cancelled"));
        await softphone.Line.HearsSooner(_scene.Prompt(Language.Polish, "callback.cancelled")[0]);

        (await CallbackScene.StatusAsync(line)).ShouldBe(ConsultantStatus.Available);
        (await line.Board.SnapshotAsync(TestContext.Current.CancellationToken)).Callbacks.ShouldBe(0);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consultant_who_hangs_up_before_the_caller_answers_ends_the_ringing_and_the_callback_is_tried_again()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        var softphone = await AsksAsync(line, Language.Polish);
        var consultant = await softphone.Rings();
        consultant.Answers();
        var caller = await telephone.Rings();

        consultant.HangsUp();

        await caller.IsHungUp(TimeSpan.FromSeconds(3));
        await softphone.Rings(TimeSpan.FromMinutes(2));
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_calls_again_takes_the_place_of_the_callback_and_hears_so()
    {
        await using var line = await OpensAsync();
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        var softphone = await CallbackScene.SignsInAsync(line, Language.English, Availability.Pause);
        await _scene.AsksToBeCalledAsync(await _scene.WaitsAsync(line, Language.English), Language.English);
        await _scene.WaitsAsync(line, Language.English, "+48600100300");

        var again = line.Dials();
        again.Presses("20");
        await again.HearsWhole(_scene.Prompt(Language.English, "callback.cancelled.called-again"));
        await again.HearsExactly(_scene.Prompt(Language.English, "queue.next"));
        await CallbackScene.BecomesAsync(line, Availability.Available);

        var consultant = await softphone.Rings();
        consultant.Answers();
        await again.IsConnectedWith(consultant);
        telephone.Calls.ShouldBeEmpty();
        line.Network.Faults.ShouldBeEmpty();
    }

    /// <summary>The record of the whole story, under the name of the call that reached the caller; it is closed with the consultant's work.</summary>
    private static async Task<(CallRow Call, IReadOnlyList<CallEvent> Events)> RecordOfAsync(Line line, Handset caller)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await line.Records.FindAsync(caller.Call.Sid, TestContext.Current.CancellationToken) is { } found)
                return found;
            await line.Network.Passes(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("There is no record of the call after 100 seconds.");
    }

    /// <summary>A short pause between attempts, so that tests do not wait for what the queue's own tests show.</summary>
    private Task<Line> OpensAsync() => Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string> { ["Routing:CallbackPause"] = "00:01:00" } });

    /// <summary>A caller asks to be called back while the consultant pauses; then the consultant is there.</summary>
    private async Task<Device> AsksAsync(Line line, Language language)
    {
        var softphone = await CallbackScene.SignsInAsync(line, language, Availability.Pause);
        await CallbackScene.BecomesAsync(line, Availability.Pause);
        await _scene.AsksToBeCalledAsync(await _scene.WaitsAsync(line, language), language);
        await CallbackScene.BecomesAsync(line, Availability.Available);
        return softphone;
    }
}
