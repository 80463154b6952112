using Infoline.EndToEnd.Tests.Callback;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>The network's REST side is down while calls go on: callers wait, consultants are dialled again and again, and supervisors see it.</summary>
public sealed class NetworkDownTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly CallbackScene _scene = new(new MenuData(content.Folder));

    public static TheoryData<string> Troubles => ["refused", "lost"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_caller_waits_on_and_is_put_through_when_the_network_answers_again(string trouble)
    {
        await using var line = await Line.OpensAsync(content);
        var softphone = await CallbackScene.SignsInAsync(line, Language.English);
        var down = line.Network.Disturb(Traffic.Rest(), trouble is "refused" ? Disturbance.Refused(503) : Disturbance.Lost);

        var caller = await _scene.WaitsAsync(line, Language.English);
        await line.Network.Passes(TimeSpan.FromMinutes(1));
        softphone.Calls.Where(call => call.Call.EndedAt is null).ShouldBeEmpty();
        caller.Call.EndedAt.ShouldBeNull();
        (await CallbackScene.StatusAsync(line)).ShouldBeOneOf(ConsultantStatus.Available, ConsultantStatus.Reserved);
        (await NetworkIsWellAsync(line)).ShouldBeFalse();
        down.Dispose();

        var consultant = await softphone.Rings(TimeSpan.FromMinutes(1));
        consultant.Answers();
        await caller.IsConnectedWith(consultant);
        (await NetworkIsWellAsync(line)).ShouldBeTrue();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dial_that_fails_is_tried_again_with_growing_pauses_and_held_back_when_it_goes_on_failing()
    {
        await using var line = await Line.OpensAsync(content);
        var softphone = await CallbackScene.SignsInAsync(line, Language.English);
        using var twice = line.Network.Disturb(Traffic.Rest("POST", "/Calls.json").First(2), Disturbance.Refused(503));
        var caller = await _scene.WaitsAsync(line, Language.English);
        var consultant = await softphone.Rings(TimeSpan.FromSeconds(4));
        consultant.Answers();
        await caller.IsConnectedWith(consultant);
        caller.HangsUp();
        await consultant.IsHungUp();
        twice.Struck.ShouldBe(2);

        using var down = line.Network.Disturb(Traffic.Rest(), Disturbance.Refused(503));
        await _scene.WaitsAsync(line, Language.English, "+48600100300");
        await line.Network.Passes(TimeSpan.FromMinutes(3));

        // Without the pauses and the breaker it would be some hundred.
        down.Struck.ShouldBeInRange(8, 60);
    }

    /// <summary>What the supervisors' board asks.</summary>
    private static async Task<bool> NetworkIsWellAsync(Line line) =>
        (await line.Part<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("line"), TestContext.Current.CancellationToken))
            .Entries["telephone-network"].Status is HealthStatus.Healthy;
}
