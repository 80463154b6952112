using Infoline.Desk.Accounts;
using Infoline.Desk.Staffing;
using Infoline.Desk.Supervision;
using Infoline.Desk.Tests.Accounts;
using Infoline.Prompts;
using Infoline.Records;
using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Records.Tests;
using Infoline.Records.Writing;
using Infoline.Routing;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using CallHistory = Infoline.Records.History.CallHistory;
using CallRecord = Infoline.Records.Calls.CallRecord;

namespace Infoline.Desk.Tests.Staffing;

public sealed class StaffingTests
{
    private static readonly DateOnly From = new(2026, 3, 2);
    private static readonly DateOnly Until = new(2026, 3, 9);

    [Fact]
    public async Task More_people_serve_the_calls_of_then_better_and_the_same_question_gets_the_same_answer()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, RecordsServices.Schema);
        var calls = await WrittenAsync(test, Histories.Of(400, seed: 7));
        using var runs = new StaffingRuns(calls, new AccountStore(test.Database, TimeProvider.System), new Fixed<RoutingOptions>(new()), new Fixed<SupervisionOptions>(new()));

        var few = await RunAsync(runs, perLanguage: 1);
        var again = await RunAsync(runs, perLanguage: 1);
        var many = await RunAsync(runs, perLanguage: 4);

        again.ShouldBe(few);
        many.Then.ShouldBe(few.Then);
        many.Simulated.LevelOfOffered!.Value.ShouldBeGreaterThan(few.Simulated.LevelOfOffered!.Value);
        many.Simulated.SpeedOfAnswer!.Value.ShouldBe(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        many.Simulated.Occupancy!.Value.ShouldBeLessThan(few.Simulated.Occupancy!.Value);
        var asked = Histories.Of(400, seed: 7).Count(call => call.Events.Any(each => each is AskedForConsultant));
        (few.Simulated.Asked, few.Then.Asked).ShouldBe((asked, asked));
    }

    [Fact]
    public async Task Without_calls_there_is_no_answer()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, RecordsServices.Schema);
        using var runs = new StaffingRuns(new CallHistory(test.Database), new AccountStore(test.Database, TimeProvider.System), new Fixed<RoutingOptions>(new()), new Fixed<SupervisionOptions>(new()));

        (await runs.RunAsync(From, Until, [StaffingRuns.Newcomer(Language.Polish, 1)], new Progress<double>(), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task The_staff_are_the_open_accounts_with_languages()
    {
        await using var desk = await DeskDatabase.CreateAsync(DatabaseKind.Sqlite);
        var anna = await desk.AccountAsync("anna", Role.Consultant);
        await desk.AccountAsync("borys", Role.Consultant);
        await desk.Changes.ApplyAsync(new AccountChange.SetProfile(anna.Id, new Infoline.Desk.Accounts.ConsultantProfile([new(Language.Ukrainian, 4)], Device.Browser)), Infoline.Desk.Audit.Actor.System, Cancel);
        using var runs = new StaffingRuns(new CallHistory(desk.Database), desk.Store, new Fixed<RoutingOptions>(new()), new Fixed<SupervisionOptions>(new()));

        var member = (await runs.StaffAsync(Cancel)).ShouldHaveSingleItem();

        (member.Name, member.Profile.Languages.Single()).ShouldBe((anna.DisplayName, new Routing.SpokenLanguage(LanguageCode.Parse("uk"), 4)));
    }

    [Fact]
    public async Task Patience_is_the_waiting_of_all_for_each_who_gave_up()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, RecordsServices.Schema);
        var calls = await WrittenAsync(test, Histories.Of(200, seed: 9));
        var rows = (await calls.SearchAsync(new CallFilter(Histories.Monday, Histories.Monday.AddDays(9)), null, 500, Cancel)).Calls.Where(row => row.Wait is not null).ToList();
        var gaveUp = rows.Count(row => row.Outcome is CallOutcome.Abandoned or CallOutcome.AbandonedRinging);

        var mean = StaffingPlan.MeanPatience(rows)!.Value;

        (mean * gaveUp).TotalSeconds.ShouldBe(rows.Sum(row => row.Wait!.Value.TotalSeconds), 0.1);
        var plan = StaffingPlan.Of(rows, seed: 1);
        plan.Average(call => call.Patience.TotalSeconds).ShouldBe(mean.TotalSeconds, mean.TotalSeconds * 0.3);
        plan.Select(call => call.At).ShouldBe(rows.Select(row => row.ArrivedAt).Order());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<CallHistory> WrittenAsync(TestDatabase test, CallRecord[] records)
    {
        var writer = new RecordsWriter(test.Database, Options.Create(new RecordsOptions { KeepDays = 30 }), new FakeTimeProvider(Histories.Monday.AddDays(9)));
        foreach (var record in records)
        {
            await writer.WriteAsync(record, Cancel);
        }

        return new CallHistory(test.Database);
    }

    private static async Task<StaffingAnswer> RunAsync(StaffingRuns runs, int perLanguage) => (await runs.RunAsync(
        From, Until, [.. LanguageCodes.All.SelectMany(language => Enumerable.Range(1, perLanguage).Select(number => StaffingRuns.Newcomer(language, number)))], new Progress<double>(), Cancel))!;

    private sealed class Fixed<T>(T value) : IOptionsMonitor<T>
    {
        public T CurrentValue => value;

        public T Get(string? name) => value;

        public IDisposable? OnChange(Action<T, string?> listener) => null;
    }
}
