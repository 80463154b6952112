using System.Diagnostics;
using Infoline.Desk.Work;
using Infoline.Routing;

namespace Infoline.Simulation;

/// <summary>Plays a working week of the hotline, and keeps the books.</summary>
internal static class WorkingWeek
{
    private static readonly TimeSpan LongestEvening = TimeSpan.FromHours(4);

    public static async Task<WeekReport> PlayAsync(WeekPlan plan, Action<string> progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("infoline-week-");
        var redis = plan.OnRedis ? await RedisServer.StartAsync(cancellation) : null;
        var (ledger, log, books, watch) = (new Ledger(), new HostLog(), new Books(), Stopwatch.StartNew());
        try
        {
            for (var number = 0; number < plan.Days; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                await PlayDayAsync(plan, number, new Premises(folder.FullName, redis), ledger, log, books);
                progress($"Day {number + 1} of {plan.Days}: {ledger.Calls.Count} calls so far, {watch.Elapsed.TotalSeconds:0} s");
            }
        }
        finally
        {
            if (redis is not null)
                await redis.DisposeAsync();
            folder.Delete(recursive: true);
        }

        books.Close(ledger);
        return new WeekReport(plan, ledger, log, watch.Elapsed);
    }

    private static async Task PlayDayAsync(WeekPlan plan, int number, Premises premises, Ledger ledger, HostLog log, Books books)
    {
        var (start, length, callers) = (WeekPlan.FirstMorning.AddDays(number), plan.LengthOf(number), plan.CallsOf(number));
        await using var site = await Site.OpenAsync(premises, log, start, plan.Seed + number);
        var day = new Day(site, ledger, callers);
        var staff = Staff(day, plan.Seed, number);
        var trouble = new Trouble(day, new Chance(plan.Seed, number, 1_000_001), length);
        List<Func<Task>> scripts =
        [
            .. staff.Select(one => (Func<Task>)one.WorkAsync),
            .. staff.Select(one => (Func<Task>)one.BeatAsync),
            trouble.MakeAsync,
            () => day.WatchAsync(LongestEvening),
            .. Enumerable.Range(0, callers).Select(i => (Func<Task>)(() => CallAsync(day, plan, number, i, length))),
        ];
        await site.Network.Together(scripts.Count, i => scripts[i]());

        var board = await site.Part<Board>().SnapshotAsync();
        ledger.Count(Parts.Rules, "callers left in the queue", board.Languages.Sum(language => language.Waiting));
        ledger.Count(Parts.Rules, "callbacks left undone", board.Callbacks);
        foreach (var one in staff)
            await TakesACallAsync(day, one, staff);
        await books.ReadAsync(site, start);
    }

    private static async Task CallAsync(Day day, WeekPlan plan, int number, int i, TimeSpan length)
    {
        var chance = new Chance(plan.Seed, number, i);
        await new ScriptedCaller(day, plan.Days * i + number, chance, chance.Seconds(0, length.TotalSeconds)).LiveAsync();
    }

    private static List<ScriptedConsultant> Staff(Day day, int seed, int number)
    {
        List<ScriptedConsultant> staff =
        [
            new(day, "consultant1", new Chance(seed, number, 1_000_011), ("pl", 5), ("en", 4)),
            new(day, "consultant2", new Chance(seed, number, 1_000_012), ("pl", 5)),
            new(day, "consultant3", new Chance(seed, number, 1_000_013), ("uk", 5), ("pl", 4)),
            new(day, "consultant4", new Chance(seed, number, 1_000_014), ("uk", 5), ("en", 3)),
            new(day, "consultant5", new Chance(seed, number, 1_000_015), ("en", 5), ("pl", 4), ("uk", 3)),
        ];
        foreach (var one in staff)
            one.Colleagues = [.. staff.Where(other => other != one)];
        return staff;
    }

    /// <summary>The proof that nobody is stuck: a call in the consultant's language comes to them, is answered, and ends.</summary>
    private static async Task TakesACallAsync(Day day, ScriptedConsultant one, IReadOnlyList<ScriptedConsultant> staff)
    {
        foreach (var colleague in staff.Where(other => other != one))
            await colleague.BecomesAsync(Availability.Pause);
        await one.SignInAsync();
        await one.BecomesAsync(Availability.Available);
        var caller = day.Network.Dial("+48601000000");
        caller.Presses($"{1 + ((string[])["pl", "en", "uk"]).IndexOf(one.Language.Value)}0");
        var rung = await one.NextRingAsync(TimeSpan.FromSeconds(30));
        rung?.Answers();
        for (var waited = 0; waited < 30 && caller.Call.Hears.Count == 0; waited++)
            await day.Network.Passes(TimeSpan.FromSeconds(1));
        if (rung is null || !caller.Call.IsConnectedWith(rung.Call))
            day.Ledger.Breach("consultants stuck", $"{one.Account} is {await one.StateAsync()}; rang {rung is not null}{Environment.NewLine}{caller.Call.Transcript}{rung?.Call.Transcript}");
        caller.HangsUp();
        await day.Network.Passes(TimeSpan.FromSeconds(3));
        await one.DoesAsync(new ConversationAct.FinishWrapUp());
        await one.BecomesAsync(Availability.Offline);
    }
}
