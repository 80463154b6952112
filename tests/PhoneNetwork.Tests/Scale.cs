using System.Diagnostics;
using System.Globalization;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Scale(ITestOutputHelper output)
{
    private const string Room = """
        <Dial action="/after"><Conference beep="false" waitUrl="" statusCallback="/room" statusCallbackEvent="start end join leave">NAME</Conference></Dial>
        """;

    [Fact]
    public async Task A_thousand_hour_long_calls_with_conferences_take_seconds()
    {
        const int Calls = 1000;
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var start = network.Clock.GetUtcNow();
        var watch = Stopwatch.StartNew();

        await network.Together(Calls, i => TalkAsync(network, api, i, TimeSpan.FromHours(1)));

        var hours = network.Calls.Sum(call => (call.EndedAt - call.AnsweredAt)!.Value.TotalHours);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{network.Calls.Count} legs, {hours:0} hours of calls, {office.Requests.Count} webhooks in {watch.Elapsed.TotalSeconds:0.0} s ({hours / watch.Elapsed.TotalSeconds:0} call-hours a second)"));
        network.Faults.ShouldBeEmpty();
        network.Calls.Count.ShouldBe(2 * Calls);
        network.Calls.ShouldAllBe(call => call.Status == "completed");
        hours.ShouldBeGreaterThan(2 * Calls);
        (network.Clock.GetUtcNow() - start).TotalHours.ShouldBeInRange(1, 3);
        (hours / watch.Elapsed.TotalSeconds).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_to_the_letter()
    {
        static async Task<string> Run(int seed)
        {
            await using var office = await Open();
            await using var network = new TelephoneNetwork(office.Options(), seed: seed);
            network.Disturb(Traffic.Callbacks().OneIn(4), Disturbance.Repeated);
            network.Disturb(Traffic.Callbacks().OneIn(4), Disturbance.Overtaken);
            network.Disturb(Traffic.Webhooks("/after").OneIn(3), Disturbance.Late(TimeSpan.FromSeconds(4)));
            using var api = await Api.OfAsync(network);
            await network.Together(20, i => TalkAsync(network, api, i, TimeSpan.FromMinutes(5)));
            await network.Passes(TimeSpan.FromMinutes(1));
            return string.Join('\n', network.Calls.Select(call => call.Transcript.ToString()));
        }

        var first = await Run(3);

        (await Run(3)).ShouldBe(first);
        (await Run(4)).ShouldNotBe(first);
    }

    private static async Task<Office> Open()
    {
        var office = await Office.OpensAsync();
        return office.Answers("/voice", asked => Office.Twiml(Room.Replace("NAME", asked["CallSid"], StringComparison.Ordinal)))
            .Answers("/after", "<Say>Goodbye</Say>").Answers("/room", "");
    }

    private static async Task TalkAsync(TelephoneNetwork network, Api api, int i, TimeSpan length)
    {
        var consultant = network.Device($"client:c{i}");
        await network.Passes(TimeSpan.FromSeconds(i));
        var caller = network.Dial(string.Create(CultureInfo.InvariantCulture, $"+48600{i:000000}"));
        await network.Passes(TimeSpan.FromSeconds(2));
        await api.Post($"Conferences/{caller.Call.Sid}/Participants.json",
            ("From", Office.Number), ("To", consultant.Address), ("EndConferenceOnExit", "true"), ("Beep", "false"));
        await consultant.Rings();
        consultant.Answers();
        await caller.IsConnectedWith(consultant.Line);
        await network.Passes(length);
        consultant.HangsUp();
        await caller.Hears("Goodbye");
        await caller.IsHungUp();
    }
}
