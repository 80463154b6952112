namespace Infoline.PhoneNetwork.Tests;

public sealed class Recordings
{
    private const string Voicemail = """
        <Record action="/done" timeout="4" maxLength="60" finishOnKey="#" recordingStatusCallback="/recording"
        recordingStatusCallbackEvent="in-progress completed absent"/><Say>We heard nothing</Say>
        """;

    [Fact]
    public async Task What_the_caller_says_is_recorded_until_silence()
    {
        await using var office = await Open();
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("beep");
        await network.Passes(TimeSpan.FromSeconds(1));
        caller.Speaks("Please call me back");
        await caller.Hears("Thank you");

        var done = office.AskedFor("/done").Single();
        done["RecordingDuration"].ShouldBe("6");
        done["RecordingUrl"].ShouldContain("/Recordings/RE");
        await network.Passes(TimeSpan.FromSeconds(1));
        office.AskedFor("/recording").Select(asked => asked["RecordingStatus"]).ShouldBe(["in-progress", "completed"]);
    }

    [Fact]
    public async Task A_key_ends_the_recording()
    {
        await using var office = await Open();
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("beep");
        await network.Passes(TimeSpan.FromSeconds(1));
        caller.Speaks("Hello");
        caller.Presses("1#");
        await caller.Hears("Thank you");

        office.AskedFor("/done").Single()["Digits"].ShouldBe("#");
    }

    [Fact]
    public async Task Silence_alone_is_no_recording_and_the_next_verb_follows()
    {
        await using var office = await Open();
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("We heard nothing");
        await caller.IsHungUp();
        await network.Passes(TimeSpan.FromSeconds(1));

        office.AskedFor("/done").ShouldBeEmpty();
        office.AskedFor("/recording").Select(asked => asked["RecordingStatus"]).ShouldBe(["in-progress", "absent"]);
    }

    [Fact]
    public async Task What_was_said_before_hanging_up_is_kept()
    {
        await using var office = await Open();
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("beep");
        await network.Passes(TimeSpan.FromSeconds(1));
        caller.Speaks("I have to go");
        caller.HangsUp();
        await caller.IsHungUp();
        await network.Passes(TimeSpan.FromSeconds(1));

        office.AskedFor("/done").Single()["Digits"].ShouldBe("hangup");
    }

    private static async Task<Office> Open()
    {
        var office = await Office.OpensAsync();
        return office.Answers("/voice", Voicemail).Answers("/done", "<Say>Thank you</Say>").Answers("/recording", "");
    }
}
