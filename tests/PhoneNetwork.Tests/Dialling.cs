namespace Infoline.PhoneNetwork.Tests;

public sealed class Dialling
{
    [Fact]
    public async Task Caller_and_consultant_hear_each_other_and_the_action_is_told_how_it_ended()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial action="/after" timeout="20"><Client>anna</Client></Dial>""").Answers("/after", "<Say>Goodbye</Say>");
        await using var network = office.Network();
        var anna = network.Device("client:anna");

        var caller = network.Dial("+48600100200");
        await caller.Hears("ringing");
        await anna.Rings();
        anna.Answers();
        await caller.IsConnectedWith(anna.Line);
        caller.Speaks("Dzień dobry");
        await anna.Hears("Dzień dobry");
        anna.Speaks("W czym mogę pomóc?");
        await caller.Hears("pomóc");
        await network.Passes(TimeSpan.FromSeconds(60));
        anna.HangsUp();
        await caller.Hears("Goodbye");
        await caller.IsHungUp();

        var told = office.AskedFor("/after").Single();
        told["DialCallStatus"].ShouldBe("completed");
        told["DialBridged"].ShouldBe("true");
        told["DialCallSid"].ShouldBe(anna.Line.Call.Sid);
        int.Parse(told["DialCallDuration"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(60, 61);
        network.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("never", "no-answer", 25)]
    [InlineData("busy", "busy", 0)]
    [InlineData("declines", "busy", 0)]
    [InlineData("unknown", "failed", 0)]
    public async Task Somebody_who_does_not_answer_is_told_to_the_action(string habit, string status, int seconds)
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial action="/after" timeout="20">+48511222333</Dial>""").Answers("/after", "<Hangup/>");
        await using var network = office.Network();
        var consultant = network.Subscriber("+48511222333");
        _ = habit switch
        {
            "busy" => consultant.IsBusy(),
            "unknown" => consultant.DoesNotExist(),
            _ => consultant.NeverAnswers(),
        };

        var caller = network.Dial("+48600100200");
        await consultant.Rings();
        if (habit == "declines")
            consultant.Declines();
        await caller.IsHungUp();

        office.AskedFor("/after").Single()["DialCallStatus"].ShouldBe(status);
        office.AskedFor("/after").Single()["DialBridged"].ShouldBe("false");
        (caller.Call.EndedAt - caller.Call.AnsweredAt)!.Value.TotalSeconds.ShouldBe(seconds);
    }

    [Fact]
    public async Task A_client_that_is_not_registered_is_not_there()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial action="/after"><Client>anna</Client></Dial>""").Answers("/after", "<Hangup/>");
        await using var network = office.Network();
        network.Device("client:anna").GoesOffline();

        await network.Dial("+48600100200").IsHungUp();

        office.AskedFor("/after").Single()["DialCallStatus"].ShouldBe("no-answer");
    }

    [Theory]
    [InlineData('1', true)]
    [InlineData('2', false)]
    public async Task The_called_party_is_screened_before_the_two_are_connected(char key, bool accepted)
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial action="/after"><Number url="/whisper">+48511222333</Number></Dial>""").Answers("/after", "<Say>After</Say>")
            .Answers("/whisper", """<Gather action="/choice" numDigits="1"><Say>Press 1 to accept</Say></Gather><Hangup/>""")
            .Answers("/choice", asked => Office.Twiml(asked["Digits"] == "1" ? "" : "<Hangup/>"));
        await using var network = office.Network();
        var consultant = network.Subscriber("+48511222333").AnswersAfter(TimeSpan.FromSeconds(3));

        var caller = network.Dial("+48600100200");
        await consultant.Rings();
        await consultant.Hears("Press 1");
        consultant.Line.Call.IsConnectedWith(caller.Call).ShouldBeFalse();
        consultant.Presses(key);

        if (accepted)
        {
            await caller.IsConnectedWith(consultant.Line);
            consultant.HangsUp();
        }

        await caller.Hears("After");
        office.AskedFor("/after").Single()["DialBridged"].ShouldBe(accepted ? "true" : "false");
        office.AskedFor("/whisper").Single()["ParentCallSid"].ShouldBe(caller.Call.Sid);
        caller.Heard.OfType<Said>().ShouldNotContain(said => said.Text.Contains("Press 1"));
    }

    [Fact]
    public async Task When_several_ring_the_first_to_answer_is_connected_and_the_others_stop()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial><Client>anna</Client><Client>jan</Client><Sip>sip:ewa@example.org</Sip></Dial>""");
        await using var network = office.Network();
        var (anna, jan, ewa) = (network.Device("client:anna"), network.Device("client:jan"), network.Device("sip:ewa@example.org"));

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        await jan.Rings();
        await ewa.Rings();
        jan.Answers();
        await caller.IsConnectedWith(jan.Line);

        (await anna.IsHungUp()).ShouldBe("canceled");
        (await ewa.IsHungUp()).ShouldBe("canceled");
        caller.HangsUp();
        (await jan.IsHungUp()).ShouldBe("completed");
    }

    [Fact]
    public async Task In_sequence_the_next_rings_when_the_one_before_did_not_answer()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial sequential="true" timeout="10"><Client>anna</Client><Client>jan</Client></Dial>""");
        await using var network = office.Network();
        var (anna, jan) = (network.Device("client:anna"), network.Device("client:jan"));

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        jan.Calls.ShouldBeEmpty();
        await jan.Rings();
        jan.Answers();
        await caller.IsConnectedWith(jan.Line);

        anna.Line.Call.Status.ShouldBe("no-answer");
    }

    [Fact]
    public async Task When_the_caller_hangs_up_while_it_rings_the_ringing_stops()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial><Client>anna</Client></Dial>""");
        await using var network = office.Network();
        var anna = network.Device("client:anna");

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        caller.HangsUp();

        (await anna.IsHungUp()).ShouldBe("canceled");
    }

    [Fact]
    public async Task A_star_ends_the_dialled_call_where_that_is_allowed()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial hangupOnStar="true"><Client>anna</Client></Dial><Say>Back in the menu</Say>""");
        await using var network = office.Network();
        var anna = network.Device("client:anna").AnswersAfter(TimeSpan.FromSeconds(1));

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        await caller.IsConnectedWith(anna.Line);
        caller.Presses('5');
        await anna.Hears("5");
        caller.Presses('*');

        await caller.Hears("Back in the menu");
        (await anna.IsHungUp()).ShouldBe("completed");
    }

    [Fact]
    public async Task With_answerOnBridge_the_caller_is_answered_when_the_consultant_is()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Dial answerOnBridge="true"><Client>anna</Client></Dial>""");
        await using var network = office.Network();
        var anna = network.Device("client:anna");

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        caller.Call.Status.ShouldBe("ringing");
        anna.Answers();
        await caller.IsConnectedWith(anna.Line);

        caller.Call.Status.ShouldBe("in-progress");
    }

    [Fact]
    public async Task A_clients_parameters_and_progress_arrive()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """
            <Dial><Client statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed"><Identity>anna</Identity>
            <Parameter name="language" value="uk"/></Client></Dial>
            """).Answers("/leg", "");
        await using var network = office.Network();
        var anna = network.Device("client:anna");

        var caller = network.Dial("+48600100200");
        await anna.Rings();
        anna.Answers();
        await caller.IsConnectedWith(anna.Line);
        caller.HangsUp();
        await anna.IsHungUp();
        await network.Passes(TimeSpan.FromSeconds(1));

        anna.Line.Call.Parameters["language"].ShouldBe("uk");
        var told = office.AskedFor("/leg").OrderBy(asked => asked["SequenceNumber"]).ToList();
        told.Select(asked => asked["CallStatus"]).ShouldBe(["initiated", "ringing", "in-progress", "completed"]);
        told.ShouldAllBe(asked => asked["ParentCallSid"] == caller.Call.Sid);
    }
}
