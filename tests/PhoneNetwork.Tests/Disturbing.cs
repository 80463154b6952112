using System.Net;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Disturbing
{
    [Fact]
    public async Task A_lost_request_is_tried_again_and_then_the_fallback_is_asked()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Say>Welcome</Say>").Answers("/fallback", "<Say>Out of order</Say>");
        await using var network = office.Network(change: options => options.FallbackUrl = () => office.Url("/fallback"));
        using var once = network.Disturb(Traffic.Webhooks("/voice").Once(), Disturbance.Lost);
        var lucky = network.Dial("+48600100200");
        await lucky.Hears("Welcome");

        using var always = network.Disturb(Traffic.Webhooks("/voice"), Disturbance.Lost);
        var unlucky = network.Dial("+48600100201");
        await unlucky.Hears("Out of order");

        (once.Struck, always.Struck).ShouldBe((1, 2));
        office.AskedFor("/fallback").Single()["ErrorCode"].ShouldBe("11205");
    }

    [Theory]
    [InlineData(10, "Welcome", 10)]
    [InlineData(20, "Out of order", 15)]
    public async Task A_late_answer_counts_up_to_fifteen_seconds(int late, string heard, int after)
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Say>Welcome</Say>").Answers("/fallback", "<Say>Out of order</Say>");
        await using var network = office.Network(change: options => options.FallbackUrl = () => office.Url("/fallback"));
        network.Disturb(Traffic.Webhooks("/voice"), Disturbance.Late(TimeSpan.FromSeconds(late)));

        var caller = network.Dial("+48600100200");
        await caller.Hears(heard);

        (caller.Call.AnsweredAt - caller.Call.CreatedAt)!.Value.TotalSeconds.ShouldBe(after);
        office.AskedFor("/voice").Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_of_503_after_the_work_was_done_leads_to_the_fallback()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Say>Welcome</Say>").Answers("/fallback", "<Say>Out of order</Say>");
        await using var network = office.Network(change: options => options.FallbackUrl = () => office.Url("/fallback"));
        network.Disturb(Traffic.Webhooks("/voice"), Disturbance.AnsweredInstead(503));

        await network.Dial("+48600100200").Hears("Out of order");

        office.AskedFor("/voice").Count.ShouldBe(1);
        network.Faults.Single().Code.ShouldBe(11200);
    }

    [Fact]
    public async Task A_repeated_request_comes_twice_with_the_same_token_and_the_call_goes_on_once()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Say>Welcome</Say><Redirect>/next</Redirect>""").Answers("/next", "<Hangup/>");
        await using var network = office.Network();
        network.Disturb(Traffic.Webhooks("/voice"), Disturbance.Repeated);

        await network.Dial("+48600100200").IsHungUp();

        office.AskedFor("/voice").Count.ShouldBe(2);
        office.AskedFor("/voice").Select(asked => asked.Headers["I-Twilio-Idempotency-Token"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        office.AskedFor("/next").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Callbacks_are_lost_late_or_in_another_order()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """
            <Dial><Client statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">anna</Client></Dial>
            """).Answers("/leg", "");
        await using var network = office.Network();
        network.Device("client:anna").AnswersAfter(TimeSpan.FromSeconds(5));
        network.Disturb(Traffic.Callbacks("initiated"), Disturbance.Overtaken);
        network.Disturb(Traffic.Callbacks("answered"), Disturbance.Lost);
        network.Disturb(Traffic.Callbacks("completed", "/leg"), Disturbance.Late(TimeSpan.FromSeconds(30)));

        var caller = network.Dial("+48600100200");
        await network.Passes(TimeSpan.FromSeconds(10));
        caller.HangsUp();
        await network.Passes(TimeSpan.FromSeconds(20));
        var early = office.AskedFor("/leg").Select(asked => asked["CallStatus"]).ToList();
        await network.Passes(TimeSpan.FromSeconds(20));

        early.ShouldBe(["ringing", "initiated"]);
        office.AskedFor("/leg")[^1]["CallStatus"].ShouldBe("completed");
        office.AskedFor("/leg").Select(asked => asked["SequenceNumber"]).ShouldBe(["1", "0", "3"]);
    }

    [Fact]
    public async Task A_REST_request_fails_before_or_after_it_was_done()
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        (string, string)[] order = [("To", "+48511222333"), ("From", Office.Number), ("Twiml", "<Response><Hangup/></Response>")];

        Task<Answer> Ask() => api.Post("Calls.json", order);
        async Task<(HttpStatusCode? Status, int Calls)> With(Disturbance how)
        {
            using var _ = network.Disturb(Traffic.Rest("POST", "/Calls.json").Once(), how);
            var before = network.Calls.Count;
            try
            {
                return ((await Ask()).Status, network.Calls.Count - before);
            }
            catch (HttpRequestException)
            {
                return (null, network.Calls.Count - before);
            }
        }

        (await With(Disturbance.Refused(503))).ShouldBe((HttpStatusCode.ServiceUnavailable, 0));
        (await With(Disturbance.AnsweredInstead(500))).ShouldBe((HttpStatusCode.InternalServerError, 1));
        (await With(Disturbance.Lost)).ShouldBe((null, 0));
        (await With(Disturbance.AnswerLost)).ShouldBe((null, 1));
        (await With(Disturbance.Repeated)).ShouldBe((HttpStatusCode.Created, 2));
        (await Ask()).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_handler_that_waits_for_a_late_REST_answer_does_not_stop_time()
    {
        await using var office = await Office.OpensAsync();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        network.Disturb(Traffic.Rest("GET"), Disturbance.Late(TimeSpan.FromSeconds(5)));
        office.Answers("/voice", _ =>
        {
            api.Get("Calls.json").GetAwaiter().GetResult();
            return Office.Twiml("<Say>Welcome</Say>");
        });

        var caller = network.Dial("+48600100200");
        await caller.Hears("Welcome");

        (caller.Call.AnsweredAt - caller.Call.CreatedAt)!.Value.TotalSeconds.ShouldBe(5);
    }

    [Fact]
    public async Task Chance_follows_the_seed()
    {
        async Task<string> Run(int seed)
        {
            await using var office = await Office.OpensAsync();
            office.Answers("/voice", "<Hangup/>");
            await using var network = new TelephoneNetwork(office.Options(), seed: seed);
            using var some = network.Disturb(Traffic.Webhooks().OneIn(3), Disturbance.AnsweredInstead(500));
            var outcome = "";
            for (var i = 0; i < 12; i++)
            {
                var before = some.Struck;
                await network.Dial("+48600100200").IsHungUp();
                outcome += some.Struck - before;
            }

            return outcome;
        }

        var first = await Run(7);

        (await Run(7)).ShouldBe(first);
        (await Run(8)).ShouldNotBe(first);
        first.ShouldContain("1");
        first.ShouldContain("0");
    }
}
