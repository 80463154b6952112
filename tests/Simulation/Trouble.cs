using Infoline.PhoneNetwork;

namespace Infoline.Simulation;

/// <summary>Whatever goes wrong on a day: on the way between network and nodes, and with the nodes and their store.</summary>
internal sealed class Trouble(Day day, Chance chance, TimeSpan length)
{
    private static readonly (string Name, double OneIn, Func<Traffic> What, Disturbance How)[] OnTheWay =
    [
        ("callbacks that came twice", 15, () => Traffic.Callbacks(), Disturbance.Repeated),
        ("callbacks that came late", 20, () => Traffic.Callbacks(), Disturbance.Late(TimeSpan.FromSeconds(4))),
        ("callbacks that were overtaken", 20, () => Traffic.Callbacks(), Disturbance.Overtaken),
        ("webhooks that came twice", 60, () => Traffic.Webhooks(), Disturbance.Repeated),
        ("webhooks answered late", 120, () => Traffic.Webhooks(), Disturbance.Late(TimeSpan.FromSeconds(4))),
        ("webhooks answered 503", 250, () => Traffic.Webhooks(), Disturbance.AnsweredInstead(503)),
        ("webhooks without an answer", 800, () => Traffic.Webhooks(), Disturbance.AnswerLost),
        ("REST requests refused with 503", 25, () => Traffic.Rest(), Disturbance.Refused(503)),
        ("REST requests done and answered 500", 50, () => Traffic.Rest(), Disturbance.AnsweredInstead(500)),
        ("REST requests answered late", 60, () => Traffic.Rest(), Disturbance.Late(TimeSpan.FromSeconds(3))),
        ("REST requests done without an answer", 80, () => Traffic.Rest(), Disturbance.AnswerLost),
        ("REST requests that were lost", 60, () => Traffic.Rest(), Disturbance.Lost),
    ];

    public async Task MakeAsync()
    {
        var running = OnTheWay.Select(one => (one.Name, Entry: day.Network.Disturb(one.What().OneIn(one.OneIn), one.How))).ToList();
        await day.Network.Passes(length * (0.25 + 0.1 * chance.Seconds(0, 1).TotalSeconds));
        await LosesNodeAsync();
        await day.Network.Passes(length * 0.3);
        await LosesStoreAsync();
        while (!day.HasLastCallerGone)
            await day.Network.Passes(TimeSpan.FromSeconds(5));
        foreach (var (name, entry) in running)
        {
            entry.Dispose();
            day.Ledger.Count(Parts.Faults, name, entry.Struck);
        }
    }

    /// <summary>Of two nodes one dies over a request and is replaced after a minute; a single one is started again on what it kept.</summary>
    private async Task LosesNodeAsync()
    {
        var node = day.Site.Nodes[0];
        day.Ledger.Count(Parts.Faults, day.Site.Nodes.Count > 1 ? "nodes killed over a request" : "nodes stopped and started again");
        if (day.Site.Nodes.Count == 1)
        {
            await day.Site.RestartAsync(node);
            return;
        }

        day.Site.Balancer.KillAtNextRequest(node, afterItsWork: chance.Is(0.5));
        for (var waited = 0; waited < 60 || !node.IsDead; waited++)
            await day.Network.Passes(TimeSpan.FromSeconds(1));
        day.Site.Replace(node);
    }

    private async Task LosesStoreAsync()
    {
        if (day.Site.Redis is not { } redis)
            return;
        day.Ledger.Count(Parts.Faults, "stores killed and started again");
        await redis.StopAsync();
        await day.Network.Passes(chance.Seconds(5, 30));
        await redis.StartAgainAsync(CancellationToken.None);
        await day.Site.ReachesStoreAsync();
    }
}
