using Infoline.Simulation;

namespace Infoline.EndToEnd.Tests.Week;

/// <summary>A short working week of people who do what people do, with faults on purpose; the full one is a command of its own.</summary>
public sealed class WorkingWeekTests(ITestOutputHelper output)
{
    [Fact]
    public Task On_one_node_that_is_started_again_every_caller_is_accounted_for_and_no_consultant_is_stuck() => PlaysAsync(new WeekPlan(Calls: 60, Days: 1, Seed: 1, OnRedis: false));

    [Fact]
    public Task On_two_nodes_of_which_one_is_killed_and_a_Redis_that_is_restarted_every_caller_is_accounted_for_and_no_consultant_is_stuck()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, $"There is no {RedisServer.Program}; install the package redis-server.");
        return PlaysAsync(new WeekPlan(Calls: 100, Days: 1, Seed: 2, OnRedis: true));
    }

    private async Task PlaysAsync(WeekPlan plan)
    {
        var report = await WorkingWeek.PlayAsync(plan, output.WriteLine, TestContext.Current.CancellationToken);

        output.WriteLine(report.ToString());
        foreach (var fault in report.Ledger.Remarks.Concat(report.Log.Faults))
            output.WriteLine(fault);
        report.IsClean.ShouldBeTrue(report.ToString());
        report.Ledger.Calls.Count.ShouldBeGreaterThanOrEqualTo(plan.Calls);
        report.Ledger.Of(Parts.Outcomes, "answered").ShouldBeGreaterThan(plan.Calls / 10);
        report.Ledger.Part(Parts.Faults).Count.ShouldBeGreaterThan(5);
    }
}
