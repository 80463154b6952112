using System.Collections.Concurrent;
using Infoline.Cases.Alarms;
using Infoline.Cases.Audit;
using Infoline.Cases.Stages;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Prompts;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>What must hold when something around a look-up is wrong: the limits are met, the database is down, a webhook comes twice.</summary>
public sealed class CaseFaultTests
{
    private readonly MenuData _data = new(RecordedContent.Office);

    [Fact]
    public async Task A_caller_who_failed_too_often_finds_look_ups_paused_in_the_next_call_and_supervisors_see_it()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Settings = new Dictionary<string, string> { ["Cases:Limits:Caller"] = "2" } });
        await Register.ImportAsync(line);
        var first = line.Dials();
        first.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDateOfOther));
        await first.HearsSooner(Clip("case.no-match"));
        first.Presses(Keys.Asking(502, Register.BirthDateOfOther));
        await first.HearsSooner(Clip("case.no-match"));
        first.HangsUp();

        var second = line.Dials();
        second.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDate));
        await second.HearsSooner(Clip("case.paused"));

        var other = line.Dials("+48600100299");
        other.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDate));
        await other.HearsSooner(Clip("case.stage.formal-check"));
        (await line.Part<LookupAlarms>().OpenAsync(TestContext.Current.CancellationToken)).Select(alarm => alarm.Kind).ShouldContain(AlarmKind.CallerLimit);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_database_is_down_callers_hear_so_and_guidance_and_consultants_go_on()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Settings = new Dictionary<string, string> { ["Database:Connection"] = "Host=127.0.0.1;Port=1;Database=none;Timeout=1" } });
        var caller = line.Dials();
        caller.Presses(Keys.ToCase(Language.English) + Keys.Asking(501, Register.BirthDate));

        await caller.HearsSooner(_data.Prompt(Language.English, "case.unavailable")[0]);
        await caller.HearsExactly(_data.Prompt(Language.English, "keys.brief"));
        caller.Presses('#');
        await caller.HearsSooner(_data.Node(Language.English, _data.Menu.Start)[0]);
        caller.Presses("22");
        await caller.HearsSooner(_data.Node(Language.English, _data.Menu.Find("letters")!)[0]);
        caller.Presses('0');
        await caller.HearsSooner(_data.Prompt(Language.English, "queue.refused.nobody")[0]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_a_caller_keys_is_in_a_URL_or_a_line_of_the_log()
    {
        var urls = new ConcurrentQueue<string>();
        var wire = new Wire { IsSlow = url => Note(urls, url) };
        await using var line = await Line.OpensAsync(new LineSetup { Wire = wire, Logs = LogLevel.Trace });
        await Register.ImportAsync(line);
        var caller = line.Dials("+48600987654");
        caller.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(4_711, Register.BirthDate));
        await caller.HearsSooner(Clip("case.no-match"));
        caller.Presses(Keys.Asking(Register.RunningNumber(CaseStage.CardReady), Register.BirthDate));
        await caller.HearsSooner(Clip("case.stage.card-ready"));
        caller.HangsUp();
        await line.EndsLogged(1);

        urls.Count.ShouldBeGreaterThan(10);
        line.Log.All.Count.ShouldBeGreaterThan(100);
        foreach (var text in urls.Concat(line.Log.All))
        {
            foreach (var secret in (string[])["4711", "05031990", "1990-03-05", "05.03.1990", "514#", "514.2026", "600987654", "pokój"])
                text.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_look_up_told_twice_by_the_network_is_made_and_counted_once()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Wire = new Wire { Doubles = true } });
        await Register.ImportAsync(line);
        var caller = line.Dials();
        caller.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDateOfOther));
        await caller.HearsSooner(Clip("case.no-match"));
        caller.Presses(Keys.Asking(501, Register.BirthDate));
        await caller.HearsSooner(Clip("case.stage.formal-check"));

        var audit = await line.Part<CaseAudit>().ListAsync(new CaseAuditFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), TestContext.Current.CancellationToken);
        audit.Select(row => row.Outcome).ShouldBe(["found", "no-match"]);
    }

    [Fact]
    public async Task A_file_in_the_watched_folder_is_in_the_register_within_half_a_minute()
    {
        var folder = Directory.CreateTempSubdirectory("infoline-import-");
        await using (var line = await Line.OpensAsync(new LineSetup { Settings = new Dictionary<string, string> { ["Cases:ImportFolder"] = folder.FullName } }))
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "cases.csv"), Register.Csv(), TestContext.Current.CancellationToken);
            for (var look = 0; look < 3_000 && line.Log.Named("CasesImported").Count == 0; look++)
                await line.Network.Passes(TimeSpan.FromSeconds(look < 3 ? 10 : 0.01));

            line.Log.Named("CasesImported").ShouldHaveSingleItem().ShouldStartWith("cases.csv is imported: 21 new cases, 0 changed, 0 unchanged, 0 rows rejected");
            Directory.GetFiles(Path.Combine(folder.FullName, "imported")).ShouldHaveSingleItem();
            var caller = line.Dials();
            caller.Presses(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDate));
            await caller.HearsSooner(Clip("case.stage.formal-check"));
        }

        folder.Delete(recursive: true);
    }

    private static bool Note(ConcurrentQueue<string> urls, Uri url)
    {
        urls.Enqueue(url.ToString());
        return false;
    }

    private Clip Clip(string prompt) => _data.Prompt(Language.Polish, prompt)[0];
}
