namespace Infoline.PhoneNetwork.Tests;

public sealed class Menus
{
    [Fact]
    public async Task Caller_hears_the_greeting_presses_a_key_and_reaches_the_next_step()
    {
        await using var office = await Office.OpensAsync();
        office.Records("/recordings/pl/greeting.choose.wav", 12).Records("/recordings/pl/goodbye.0123abcd.wav", 2)
            .Answers("/voice", """<Gather action="/menu" numDigits="1"><Play>/recordings/pl/greeting.choose.wav</Play></Gather><Hangup/>""")
            .Answers("/menu", asked => Office.Twiml(asked["Digits"] == "3" ? "<Play>recordings/pl/goodbye.0123abcd.wav</Play><Hangup/>" : "<Reject/>"));
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("greeting.choose");
        caller.Presses('3');
        await caller.Hears("goodbye");
        var status = await caller.IsHungUp();

        status.ShouldBe("completed");
        network.Faults.ShouldBeEmpty();
        office.AskedFor("/menu").Single()["msg"].ShouldBe("Gather End");
    }

    [Fact]
    public async Task A_key_interrupts_the_prompt()
    {
        await using var office = await Office.OpensAsync();
        office.Records("/long.wav", 600)
            .Answers("/voice", """<Gather action="/menu" numDigits="1"><Play>/long.wav</Play></Gather>""").Answers("/menu", "<Hangup/>");
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("long");
        await network.Passes(TimeSpan.FromSeconds(5));
        caller.Presses('1');
        await caller.IsHungUp();

        (caller.Call.EndedAt - caller.Call.AnsweredAt)!.Value.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Without_input_the_verb_after_Gather_follows_when_prompt_and_timeout_are_over()
    {
        await using var office = await Office.OpensAsync();
        office.Records("/prompt.wav", 10)
            .Answers("/voice", """<Gather action="/menu" timeout="7"><Play>/prompt.wav</Play></Gather><Say language="pl-PL">Do widzenia</Say>""");
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        var goodbye = await caller.Hears("widzenia");

        (goodbye.At - caller.Call.AnsweredAt!.Value).ShouldBe(TimeSpan.FromSeconds(17));
        goodbye.ShouldBeOfType<Said>().Language.ShouldBe("pl-PL");
        office.AskedFor("/menu").ShouldBeEmpty();
    }

    [Fact]
    public async Task With_actionOnEmptyResult_silence_is_told_to_the_action()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Gather action="/menu" actionOnEmptyResult="true"/>""").Answers("/menu", "<Hangup/>");
        await using var network = office.Network();

        await network.Dial("+48600100200").IsHungUp();

        office.AskedFor("/menu").Single().Form["Digits"].ShouldBe("");
    }

    [Theory]
    [InlineData("#", "12#", "12")]
    [InlineData("*", "12*", "12")]
    [InlineData("", "1#2", "1#2")]
    public async Task Keys_are_collected_until_the_finishing_key(string finishOnKey, string pressed, string digits)
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", $"""<Gather action="/menu" finishOnKey="{finishOnKey}"/>""").Answers("/menu", "<Hangup/>");
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        caller.Presses(pressed);
        await caller.IsHungUp();

        office.AskedFor("/menu").Single()["Digits"].ShouldBe(digits);
    }

    [Fact]
    public async Task The_end_of_a_call_is_told_with_its_duration()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Say>Hello</Say><Pause length="58"/>""");
        var network = office.Network();
        await network.Dial("+48600100200").IsHungUp();
        await network.DisposeAsync();

        var told = office.AskedFor("/status").Single();

        told["CallStatus"].ShouldBe("completed");
        told["CallDuration"].ShouldBe("59");
        told["SequenceNumber"].ShouldBe("0");
    }

    [Fact]
    public async Task Rejected_caller_hears_busy_and_is_never_answered()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Reject reason="busy"/>""");
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");

        (await caller.IsHungUp()).ShouldBe("busy");
        caller.Call.AnsweredAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_missed_expectation_shows_what_happened_instead()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Say>Good morning</Say>");
        await using var network = office.Network();

        var missed = await Should.ThrowAsync<NotHeardException>(() => network.Dial("+48600100200").Hears("greeting.choose"));

        missed.Message.ShouldContain("the call is over (completed)");
        missed.Message.ShouldContain("Good morning");
        missed.Message.ShouldContain("POST /voice");
    }
}
