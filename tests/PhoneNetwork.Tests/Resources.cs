using System.Net;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Resources
{
    [Fact]
    public async Task A_call_is_made_answered_and_told_step_by_step()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/hello", "<Say>Hello</Say><Pause length=\"60\"/>").Answers("/progress", "");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var subscriber = network.Subscriber("+48511222333").AnswersAfter(TimeSpan.FromSeconds(5));

        var made = await api.Post("Calls.json", ("To", "+48511222333"), ("From", Office.Number), ("Url", office.Url("/hello").AbsoluteUri),
            ("StatusCallback", office.Url("/progress").AbsoluteUri), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        var line = await subscriber.Rings();
        await line.Hears("Hello");
        var live = await api.Get($"Calls/{made["sid"]}.json");
        subscriber.HangsUp();
        await subscriber.IsHungUp();
        await network.Passes(TimeSpan.FromSeconds(1));
        var over = await api.Get($"Calls/{made["sid"]}.json");

        made.Status.ShouldBe(HttpStatusCode.Created);
        (made["status"], made["direction"]).ShouldBe(("queued", "outbound-api"));
        live["status"].ShouldBe("in-progress");
        over["status"].ShouldBe("completed");
        over["duration"].ShouldNotBeEmpty();
        office.AskedFor("/progress").Select(asked => asked["CallStatus"]).ShouldBe(["initiated", "ringing", "in-progress", "completed"]);
        office.AskedFor("/progress").Select(asked => asked["SequenceNumber"]).ShouldBe(["0", "1", "2", "3"]);
        office.AskedFor("/hello").Single()["CallStatus"].ShouldBe("in-progress");
    }

    [Theory]
    [InlineData("To", "", 21201)]
    [InlineData("To", "0048123", 21211)]
    [InlineData("From", "", 21213)]
    [InlineData("From", "+48999999999", 21210)]
    [InlineData("Url", "", 21205)]
    [InlineData("Url", "not a url", 21205)]
    [InlineData("Timeout", "soon", 20001)]
    public async Task What_is_wrong_with_a_call_is_said_in_the_vendors_codes(string field, string value, int code)
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["To"] = "+48511222333",
            ["From"] = Office.Number,
            ["Url"] = "http://127.0.0.1/x",
            ["Timeout"] = "60",
            [field] = value,
        };

        var refused = await api.Post("Calls.json", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused["code"].ShouldBe(code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        refused["more_info"].ShouldBe($"https://www.twilio.com/docs/errors/{code}");
        network.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_right_secret_nothing_is_done()
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network, token: "wrong");

        var refused = await api.Post("Calls.json", ("To", "+48511222333"), ("From", Office.Number), ("Url", "http://127.0.0.1/x"));

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused["code"].ShouldBe("20003");
    }

    [Fact]
    public async Task A_live_call_is_given_another_document_and_an_ended_one_is_not()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Pause length="600"/>""").Answers("/next", "<Say>Another document</Say>");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var caller = network.Dial("+48600100200");
        await network.Passes(TimeSpan.FromSeconds(10));
        var early = await api.Post($"Calls/{caller.Call.Sid}.json", ("Url", office.Url("/next").AbsoluteUri));
        office.Answers("/voice", """<Say>Welcome</Say><Pause length="600"/>""");
        var second = network.Dial("+48600100201");
        await second.Hears("Welcome");

        var redirected = await api.Post($"Calls/{second.Call.Sid}.json", ("Url", office.Url("/next").AbsoluteUri));
        await second.Hears("Another document");
        await second.IsHungUp();
        var late = await api.Post($"Calls/{second.Call.Sid}.json", ("Twiml", "<Response><Hangup/></Response>"));

        early["code"].ShouldBe("21220");
        redirected.Status.ShouldBe(HttpStatusCode.OK);
        late["code"].ShouldBe("21220");
        (await api.Get("Calls/CA00000000000000000000000000000000.json"))["code"].ShouldBe("20404");
    }

    [Fact]
    public async Task Canceled_ends_a_ringing_call_but_not_one_in_progress()
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var subscriber = network.Subscriber("+48511222333");
        (string, string)[] order = [("To", "+48511222333"), ("From", Office.Number), ("Twiml", """<Response><Pause length="600"/></Response>""")];

        var first = await api.Post("Calls.json", order);
        await subscriber.Rings();
        await api.Post($"Calls/{first["sid"]}.json", ("Status", "canceled"));
        (await subscriber.IsHungUp()).ShouldBe("canceled");

        var second = await api.Post("Calls.json", order);
        await subscriber.Rings();
        subscriber.Answers();
        await network.Passes(TimeSpan.FromSeconds(1));
        await api.Post($"Calls/{second["sid"]}.json", ("Status", "canceled"));
        await network.Passes(TimeSpan.FromSeconds(1));
        subscriber.Line.Call.Status.ShouldBe("in-progress");
        await api.Post($"Calls/{second["sid"]}.json", ("Status", "completed"));
        (await subscriber.IsHungUp()).ShouldBe("completed");
    }

    [Fact]
    public async Task With_a_limit_of_one_call_a_second_the_others_are_queued()
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network(change: options => options.CallsPerSecond = 1);
        using var api = await Api.OfAsync(network);
        var subscriber = network.Subscriber("+48511222333");

        for (var i = 0; i < 3; i++)
            await api.Post("Calls.json", ("To", "+48511222333"), ("From", Office.Number), ("Twiml", "<Response><Hangup/></Response>"));
        for (var i = 0; i < 3; i++)
            await subscriber.Rings();

        var start = network.Calls[0].CreatedAt;
        subscriber.Calls.Select(line => (line.Call.Transcript.Entries.First(entry => entry.Text == "ringing").At).TotalSeconds).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task A_voicemail_answers_as_a_machine()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/hello", "<Hangup/>");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var subscriber = network.Subscriber("+48511222333").HasVoicemail("Leave a message", TimeSpan.FromSeconds(10));

        await api.Post("Calls.json", ("To", "+48511222333"), ("From", Office.Number), ("Url", office.Url("/hello").AbsoluteUri), ("MachineDetection", "Enable"));
        await subscriber.Rings();
        await subscriber.IsHungUp();

        office.AskedFor("/hello").Single()["AnsweredBy"].ShouldBe("machine_start");
    }

    [Fact]
    public async Task A_message_arrives_and_its_way_is_told()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/sms", "");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var subscriber = network.Subscriber("+48511222333");
        network.Subscriber("+48221111111").CannotReceiveMessages();

        var sent = await api.Post("Messages.json", ("To", "+48511222333"), ("From", Office.Number), ("Body", "Oddzwonimy jutro"), ("StatusCallback", office.Url("/sms").AbsoluteUri));
        await subscriber.Receives("jutro");
        await api.Post("Messages.json", ("To", "+48221111111"), ("From", Office.Number), ("Body", "Oddzwonimy"), ("StatusCallback", office.Url("/sms").AbsoluteUri));
        await network.Passes(TimeSpan.FromSeconds(5));

        (await api.Get($"Messages/{sent["sid"]}.json"))["status"].ShouldBe("delivered");
        office.AskedFor("/sms").Select(asked => asked["MessageStatus"] + asked["ErrorCode"]).ShouldBe(["sent", "delivered", "sent", "undelivered30006"]);
        (await api.Post("Messages.json", ("To", "600"), ("From", Office.Number), ("Body", "x")))["code"].ShouldBe("21211");
    }

    [Fact]
    public async Task A_call_is_recorded_paused_and_stopped()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Say>Welcome</Say><Pause length="600"/>""").Answers("/recording", "");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var caller = network.Dial("+48600100200");
        await caller.Hears("Welcome");
        var path = $"Calls/{caller.Call.Sid}/Recordings";

        var started = await api.Post($"{path}.json", ("RecordingStatusCallback", office.Url("/recording").AbsoluteUri));
        await network.Passes(TimeSpan.FromSeconds(10));
        await api.Post($"{path}/Twilio.CURRENT.json", ("Status", "paused"));
        await network.Passes(TimeSpan.FromSeconds(30));
        await api.Post($"{path}/{started["sid"]}.json", ("Status", "in-progress"));
        await network.Passes(TimeSpan.FromSeconds(5));
        var stopped = await api.Post($"{path}/{started["sid"]}.json", ("Status", "stopped"));
        await network.Passes(TimeSpan.FromSeconds(1));

        (started["status"], stopped["status"], stopped["duration"]).ShouldBe(("in-progress", "completed", "15"));
        office.AskedFor("/recording").Single()["RecordingDuration"].ShouldBe("15");
        (await api.Delete($"Recordings/{started["sid"]}.json")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await api.Get($"Recordings/{started["sid"]}.json"))["code"].ShouldBe("20404");
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Hangup/>");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        for (var i = 0; i < 5; i++)
            await network.Dial($"+4860010020{i}").IsHungUp();

        var first = await api.Get("Calls.json?PageSize=2");
        var last = await api.Get("Calls.json?PageSize=2&Page=2");

        first.Items("calls").Count.ShouldBe(2);
        first["next_page_uri"].ShouldEndWith("PageSize=2&Page=1");
        last.Items("calls").Count.ShouldBe(1);
        last["next_page_uri"].ShouldBe("");
    }
}
