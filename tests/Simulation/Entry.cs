using System.CommandLine;

namespace Infoline.Simulation;

/// <summary>The command: plays a week and prints what happened; it fails when a rule was broken.</summary>
internal static class Entry
{
    private static Task<int> Main(string[] arguments)
    {
        var calls = new Option<int>("--calls") { Description = "How many callers dial.", DefaultValueFactory = _ => 10_000 };
        var days = new Option<int>("--days") { Description = "Over how many working days.", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "What people do and what goes wrong is drawn from it.", DefaultValueFactory = _ => 1 };
        var embedded = new Option<bool>("--embedded") { Description = "One node that keeps the queue itself, in place of two nodes on a Redis of their own." };
        var root = new RootCommand("Plays a working week of the hotline on the clock of a telephone network, with people who do what people do and faults on purpose.") { calls, days, seed, embedded };
        root.SetAction(async (parsed, cancellation) =>
        {
            var plan = new WeekPlan(parsed.GetValue(calls), parsed.GetValue(days), parsed.GetValue(seed), OnRedis: !parsed.GetValue(embedded));
            if (plan.OnRedis && !RedisServer.IsInstalled)
            {
                await Console.Error.WriteLineAsync($"There is no {RedisServer.Program}; install the package redis-server, or add --embedded.");
                return 2;
            }

            var report = await WorkingWeek.PlayAsync(plan, Console.Error.WriteLine, cancellation);
            Console.WriteLine(report);
            foreach (var fault in report.Ledger.Remarks.Concat(report.Log.Faults))
                await Console.Error.WriteLineAsync(fault);
            return report.IsClean ? 0 : 1;
        });
        return root.Parse(arguments).InvokeAsync();
    }
}
