using System.Diagnostics;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Ivr.Voice.Callback;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Callback;

/// <summary>The store of the queue stops: guidance goes on, wishes to be called back are kept in the database, and nobody is called twice.</summary>
public sealed class QueueDownTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly CallbackScene _scene = new(new MenuData(content.Folder));

    [Fact]
    public async Task A_caller_is_offered_a_callback_that_is_kept_and_enters_the_queue_once_with_its_time_when_that_is_back()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string> { ["Routing:Connection"] = redis.Connection } });
        var telephone = line.Network.Subscriber(CallbackScene.Number);
        await CallbackScene.SignsInAsync(line, Language.English, Availability.Pause);
        await redis.StopAsync();

        var caller = line.Dials();
        caller.Presses("20");
        await caller.HearsWhole([.. _scene.Prompt(Language.English, "down.consultants"), .. _scene.Prompt(Language.English, "queue.key.callback")]);
        var asked = line.Network.Clock.GetUtcNow();
        caller.Presses("111");
        await caller.HearsWhole(_scene.Prompt(Language.English, "down.callback-kept"));
        await caller.IsHungUp();
        var kept = (await line.Part<KeptCallbacks>().OldestAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        kept.Number.ShouldBe(CallbackScene.Number);
        kept.ToString().ShouldNotContain("600100200");

        await line.Network.Passes(TimeSpan.FromMinutes(1));
        await redis.StartAgainAsync(TestContext.Current.CancellationToken);
        var softphone = await ComesBackAsync(line);
        await CallbackScene.BecomesAsync(line, Availability.Available);
        var consultant = await softphone.Rings();
        consultant.Answers();
        var rung = await telephone.Rings();
        rung.Answers();
        rung.Presses('1');
        await rung.IsConnectedWith(consultant);

        kept.Ticket.ArrivedAt.ShouldBeInRange(asked - TimeSpan.FromSeconds(10), asked);
        (await line.Part<KeptCallbacks>().OldestAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        line.Log.Named("KeptCallbackReturned").Count.ShouldBe(1);
        line.Log.All.ShouldNotContain(text => text.Contains("600100200", StringComparison.Ordinal));
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_waits_while_the_queue_stops_keeps_waiting_and_can_ask_to_be_called_back()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Settings = new Dictionary<string, string> { ["Routing:Connection"] = redis.Connection } });
        await CallbackScene.SignsInAsync(line, Language.Polish, Availability.Pause);
        var caller = await _scene.WaitsAsync(line, Language.Polish);

        await redis.StopAsync();

        await caller.HearsWhole([.. _scene.Prompt(Language.Polish, "down.connecting-slow"), .. _scene.Prompt(Language.Polish, "queue.key.callback")]);
        caller.Presses("111");
        await caller.HearsWhole(_scene.Prompt(Language.Polish, "down.callback-kept"));
        line.Network.Faults.ShouldBeEmpty();
    }

    /// <summary>The consultant's desk signs in as soon as the queue answers. Its driver connects again in physical time, whatever the line's clock does.</summary>
    private static async Task<PhoneNetwork.Device> ComesBackAsync(Line line)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await CallbackScene.SignsInAsync(line, Language.English, Availability.Pause);
            }
            catch (RoutingUnavailableException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await line.Network.Passes(TimeSpan.FromSeconds(1));
            }
        }
    }
}
