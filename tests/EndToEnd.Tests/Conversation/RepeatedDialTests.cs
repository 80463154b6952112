using Infoline.EndToEnd.Tests.Callback;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>The network dialled, and its answer did not come: the request is repeated, and yet one telephone rings once.</summary>
public sealed class RepeatedDialTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly CallbackScene _scene = new(new MenuData(content.Folder));

    [Fact]
    public async Task A_consultant_rings_once_and_the_end_of_the_second_leg_does_not_end_the_conversation()
    {
        await using var line = await Line.OpensAsync(content);
        var softphone = await CallbackScene.SignsInAsync(line, Language.Polish);
        line.Network.Disturb(Traffic.Rest("POST", "/Calls.json").Once(), Disturbance.AnsweredInstead(500));
        var caller = line.Dials();
        caller.Presses("10");

        var consultant = await softphone.Rings();
        await line.Network.Passes(TimeSpan.FromSeconds(5));
        softphone.Calls.Count.ShouldBe(2, "the request was repeated");
        softphone.Calls.Where(call => call.Call.EndedAt is null).ShouldHaveSingleItem().ShouldBe(consultant);
        consultant.Answers();
        await caller.IsConnectedWith(consultant);
        await line.Network.Passes(TimeSpan.FromMinutes(1));

        caller.Call.IsConnectedWith(consultant.Call).ShouldBeTrue();
        (await CallbackScene.StatusAsync(line)).ShouldBe(ConsultantStatus.OnCall);
    }

    [Fact]
    public async Task A_caller_who_is_called_back_is_rung_once()
    {
        await using var line = await Line.OpensAsync(content);
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        var softphone = await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        await _scene.AsksToBeCalledAsync(await _scene.WaitsAsync(line, Language.Polish), Language.Polish);
        await CallbackScene.BecomesAsync(line, Availability.Available);
        var consultant = await softphone.Rings();
        line.Network.Disturb(Traffic.Rest("POST", "/Calls.json").Once(), Disturbance.AnsweredInstead(500));
        consultant.Answers();

        var caller = await telephone.Rings();
        await line.Network.Passes(TimeSpan.FromSeconds(5));
        telephone.Calls.Count.ShouldBe(2, "the request was repeated");
        telephone.Calls.Where(call => call.Call.EndedAt is null).ShouldHaveSingleItem().ShouldBe(caller);
        caller.Answers();
        caller.Presses('1');

        await caller.IsConnectedWith(consultant);
        await line.Network.Passes(TimeSpan.FromMinutes(1));
        caller.Call.IsConnectedWith(consultant.Call).ShouldBeTrue();
    }
}
