using Dapper;
using Infoline.Cases.Alarms;
using Infoline.Cases.Audit;
using Infoline.Cases.Limits;
using Infoline.Cases.Lookup;
using Infoline.Cases.Numbers;
using Infoline.Cases.Register;
using Infoline.Cases.Stages;
using Infoline.Sql;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infoline.Cases.Tests.Lookup;

public sealed class CaseLookupTests
{
    private const string Znak = "WSC-II-S.6151.97770.2026";

    [Theory, OnEachDatabase]
    public async Task A_caller_with_number_and_date_of_birth_hears_the_stage(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak, stage: CaseStage.FormalDefects);

        var found = (await office.KeysAsync("97770#2026")).ShouldBeOfType<LookupResult.Found>();

        found.Case.Stage.ShouldBe(CaseStage.FormalDefects);
        found.Case.Since.ShouldBe(new DateOnly(2026, 10, 1));
        found.Case.Missing.ShouldBe([MissingItem.Photograph, MissingItem.Passport]);
        found.Case.AnswerUntil.ShouldBe(new DateOnly(2026, 12, 1));
        found.Case.VisitAt.ShouldBe(office.Time.GetUtcNow());
        found.Case.CardPlace.ShouldBe("room 1");
    }

    [Theory]
    [OnEachDatabase("0097770#2026")]
    [OnEachDatabase("6151977702026")]
    [OnEachDatabase("977702026")]
    [OnEachDatabase("6151#97770#2026")]
    public async Task However_the_number_is_keyed_the_case_is_found(string keys, DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        (await office.KeysAsync(keys)).ShouldBeOfType<LookupResult.Found>().Case.Number.ShouldBe(Znak);
    }

    [Theory, OnEachDatabase]
    public async Task The_wrong_date_and_the_wrong_number_get_the_same_answer(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        var wrongDate = await office.KeysAsync("97770#2026", born: Office.Born.AddDays(1), caller: "a");
        var wrongNumber = await office.KeysAsync("97771#2026", caller: "b");

        wrongDate.ShouldBe(new LookupResult.NoMatch(2));
        wrongNumber.ShouldBe(wrongDate);
    }

    [Theory, OnEachDatabase]
    public async Task Where_two_cases_share_the_keys_the_date_of_birth_decides(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);
        await office.HasAsync("SO-V.6152.97770.2026", born: new DateOnly(1970, 1, 1));

        (await office.KeysAsync("97770#2026", new DateOnly(1970, 1, 1))).ShouldBeOfType<LookupResult.Found>().Case.Number.ShouldBe("SO-V.6152.97770.2026");
        (await office.KeysAsync("97770#2026")).ShouldBeOfType<LookupResult.Found>().Case.Number.ShouldBe(Znak);
    }

    [Theory, OnEachDatabase]
    public async Task Two_cases_of_one_person_with_the_same_keys_are_for_a_consultant_unless_all_digits_are_keyed(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);
        await office.HasAsync("SO-V.6152.97770.2026");

        (await office.KeysAsync("97770#2026")).ShouldBeOfType<LookupResult.Several>();
        (await office.KeysAsync("6152977702026")).ShouldBeOfType<LookupResult.Found>().Case.Number.ShouldBe("SO-V.6152.97770.2026");
    }

    [Theory, OnEachDatabase]
    public async Task The_third_failure_in_a_call_is_the_last(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        (await office.KeysAsync("1#2026", call: "CA1")).ShouldBe(new LookupResult.NoMatch(2));
        (await office.KeysAsync("5#2026", call: "CA1")).ShouldBe(new LookupResult.NoMatch(1));
        (await office.KeysAsync("9#2026", call: "CA1")).ShouldBe(new LookupResult.NoMatch(0));
        (await office.KeysAsync("97770#2026", call: "CA1")).ShouldBe(new LookupResult.Paused(LimitScope.Call));
    }

    [Theory, OnEachDatabase]
    public async Task Found_cases_do_not_count_against_the_caller(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        for (var time = 0; time < 12; time++)
        {
            (await office.KeysAsync("97770#2026", call: "CA1")).ShouldBeOfType<LookupResult.Found>();
        }
    }

    [Theory, OnEachDatabase]
    public async Task Every_look_up_is_in_the_audit_and_a_case_that_was_not_shown_is_not_named(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        await office.KeysAsync("97770#2026", born: Office.Born.AddYears(1), call: "CA1");
        await office.KeysAsync("97770#2026", call: "CA2");
        await office.KeysAsync("97771#2026", caller: null, call: "CA3");

        var rows = await office.AuditAsync();
        rows.Select(row => (row.Action, row.Actor, row.CallId, row.CaseNumber, row.Outcome)).ShouldBe(
        [
            (CaseAuditAction.CallerLookup, "withheld", "CA3", null, "no-match"),
            (CaseAuditAction.CallerLookup, "caller-1", "CA2", Znak, "found"),
            (CaseAuditAction.CallerLookup, "caller-1", "CA1", null, "no-match"),
        ]);
        rows[1].CaseKey.ShouldBe(rows[2].CaseKey);
        rows[0].CaseKey.ShouldNotBe(rows[1].CaseKey);
        rows.ShouldAllBe(row => row.CaseKey!.Length == 32 && !row.CaseKey.Contains("97770"));
    }

    [Theory, OnEachDatabase]
    public async Task Trying_one_number_after_another_is_shown_to_supervisors_once(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        List<AlarmKind> raised = [];
        office.Alarms.Raised += (_, alarm) => raised.Add(alarm.Alarm.Kind);

        for (var number = 101; number <= 105; number++)
        {
            await office.KeysAsync($"{number}#2026");
        }

        raised.ShouldBe([AlarmKind.RunThroughNumbers]);
        var alarm = (await office.Alarms.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem();
        (alarm.Kind, alarm.Subject, alarm.Times).ShouldBe((AlarmKind.RunThroughNumbers, "caller-1", 3));
        (await office.Alarms.SeenAsync(alarm.Id, "supervisor", CancellationToken.None)).ShouldBeTrue();
        (await office.Alarms.SeenAsync(alarm.Id, "supervisor", CancellationToken.None)).ShouldBeFalse();
        (await office.Alarms.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_slip_of_a_finger_is_no_run(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        await office.KeysAsync("97771#2026");
        await office.KeysAsync("97770#2026");

        (await office.Alarms.OpenAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_number_that_many_try_in_vain_pauses_and_is_shown(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);
        for (var caller = 0; caller < 3; caller++)
        {
            await office.KeysAsync("97770#2026", born: Office.Born.AddDays(caller + 1), caller: $"caller-{caller}");
        }

        (await office.KeysAsync("97770#2026", caller: "the applicant")).ShouldBe(new LookupResult.Paused(LimitScope.Case));
        (await office.Alarms.OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.CaseLimit);

        office.Time.Advance(TimeSpan.FromHours(24));
        (await office.KeysAsync("97770#2026", caller: "the applicant")).ShouldBeOfType<LookupResult.Found>();
    }

    [Theory]
    [InlineData("Host=/nonexistent;Database=x;Username=x;Timeout=1")]
    [InlineData("Data Source=/dev/null/x.db")]
    public async Task A_register_that_cannot_be_asked_is_an_answer(string connection)
    {
        DatabaseLocation.TryParse(connection, out var location, out _).ShouldBeTrue();
        await using var away = new Database(location);
        var options = Options.Create(new CasesOptions { AnswerMilliseconds = 0 });
        var guard = new LookupGuard(new MemoryLookupLimiter(options.Value.Limits, TimeProvider.System), new LookupSecret(away), new LookupAlarms(away, TimeProvider.System, NullLogger<LookupAlarms>.Instance));
        var lookup = new CaseLookup(new CaseRegister(new RegisterDatabase(away, isOffice: false)), guard, new CaseAudit(away, options, TimeProvider.System), new AnswerTime(options), NullLogger<CaseLookup>.Instance);
        var number = (TypedCaseNumber.Complete)TypedCaseNumber.Read("1#2026", new DateOnly(2026, 11, 24));

        var result = await lookup.FindAsync(new LookupRequest("CA1", null, number, Office.Born), CancellationToken.None);

        result.ShouldBeOfType<LookupResult.Unavailable>();
    }

    [Theory, OnEachDatabase]
    public async Task No_answer_leaves_before_its_time(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, new CasesOptions { AnswerMilliseconds = 300 });

        var began = TimeProvider.System.GetTimestamp();
        await office.KeysAsync("97770#2026");

        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Theory, OnEachDatabase]
    public async Task A_look_up_goes_by_the_index(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var connection = await office.Database.OpenAsync(CancellationToken.None);
        if (kind == DatabaseKind.PostgreSql)
        {
            await connection.ExecuteAsync("SET enable_seqscan = off");
        }

        var values = CaseRegister.Values((TypedCaseNumber.Complete)TypedCaseNumber.Read("6151977702026", new DateOnly(2026, 11, 24)));
        var plan = string.Join('\n', (await connection.QueryAsync(office.Database.Dialect.Explain(CaseRegister.FindSql), values)).Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)));

        plan.ShouldContain("cases_by_keys");
        plan.ShouldNotContain("SCAN cases");
    }

    [Theory, OnEachDatabase]
    public async Task Old_lines_of_the_audit_are_deleted(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.KeysAsync("1#2026");
        office.Time.Advance(TimeSpan.FromDays(731));
        await office.KeysAsync("2#2026");

        (await office.Audit.DeleteOldAsync(CancellationToken.None)).ShouldBe(1);

        (await office.AuditAsync()).ShouldHaveSingleItem();
    }
}
