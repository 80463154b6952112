using CsCheck;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Sql.Testing;

namespace Infoline.Records.Tests;

public sealed class CallStatisticsTests
{
    [Theory, OnEachDatabase]
    public async Task Sums_agree_with_a_plain_recount(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        await Histories.Some(1, 40).SampleAsync(async records =>
        {
            await line.ForgetAllAsync();
            foreach (var record in records)
            {
                await line.WriteAsync(record);
            }

            var calls = records.Select(CallSummary.Of).ToList();
            var waited = calls.Where(call => call.Outcome == CallOutcome.Answered && call.Wait is not null).Select(call => call.Wait!.Value).ToList();
            foreach (var period in new[] { Line.Week, Line.Week with { From = Line.Week.From.AddMinutes(15) } })
            {
                var total = (await line.Statistics.CallsAsync(period, FigureCut.Total, CancellationToken.None)).Single();
                total.Arrived.ShouldBe(calls.Count);
                total.Asked.ShouldBe(calls.Count(call => call.AskedAt is not null));
                total.Answered.ShouldBe(waited.Count);
                (total.Abandoned + total.AbandonedRinging).ShouldBe(calls.Count(call => call.Outcome is CallOutcome.Abandoned or CallOutcome.AbandonedRinging));
                total.AnsweredWithin(TimeSpan.FromSeconds(60)).ShouldBe(waited.Count(wait => wait <= TimeSpan.FromSeconds(60)));
                total.LongestWait.TotalMilliseconds.ShouldBe(calls.Max(call => call.Wait ?? TimeSpan.Zero).TotalMilliseconds, 1);
                var answers = records.SelectMany(LastAnswers).ToList();
                total.SurveyAnswers.ShouldBe(answers.Count);
                var survey = await line.Statistics.SurveyAsync(period, CancellationToken.None);
                survey.Select(each => (each.Name, each.Answers)).ShouldBe(answers.GroupBy(each => each.Question, StringComparer.Ordinal).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, (long)each.Count())));
                survey.ShouldAllBe(each => Math.Abs(each.Mean!.Value - answers.Where(answer => answer.Question == each.Name).Average(answer => answer.Answer)) < 0.001);
                (total.LeftGreeting + total.SelfService + total.TurnedAway + total.Answered + total.Abandoned + total.AbandonedRinging + total.WentBack + total.CallbacksPending + total.CallbacksUnreached).ShouldBe(calls.Count);
            }

            var languages = await line.Statistics.CallsAsync(Line.Week, FigureCut.Language, CancellationToken.None);
            languages.ToDictionary(each => each.Name!, each => each.Arrived).ShouldBe(calls.GroupBy(call => call.Language ?? "").ToDictionary(each => each.Key, each => (long)each.Count()), ignoreOrder: true);
            var quarters = await line.Statistics.CallsAsync(Line.Week, FigureCut.Quarter, CancellationToken.None);
            quarters.Select(each => (each.StartsAt!.Value, each.Arrived)).ShouldBe(calls.GroupBy(call => OfficeTime.QuarterOf(call.ArrivedAt)).OrderBy(each => each.Key).Select(each => (each.Key, (long)each.Count())));
            var days = await line.Statistics.CallsAsync(Line.Week, FigureCut.Day, CancellationToken.None);
            days.Select(each => (OfficeTime.DayOf(each.StartsAt!.Value), each.Arrived)).ShouldBe(calls.GroupBy(call => OfficeTime.DayOf(call.ArrivedAt)).OrderBy(each => each.Key).Select(each => (each.Key, (long)each.Count())));
            var staff = await line.Statistics.ConsultantsAsync(Line.Week, CancellationToken.None);
            staff.Sum(each => each.Offered).ShouldBe(calls.Sum(call => call.Offers.Count));
            staff.Sum(each => each.Survey.Answers).ShouldBe(records.Sum(record => LastAnswers(record).Count()));
            var menu = await line.Statistics.MenuAsync(Line.Week, CancellationToken.None);
            menu.Sum(each => each.Entered).ShouldBe(calls.Sum(call => call.Path.Count));
            menu.ShouldAllBe(each => each.Entered == each.WentOn + each.Asked + each.Ended);
        }, iter: 8, threads: 1);
    }

    private static IEnumerable<SurveyAnswered> LastAnswers(CallRecord record) =>
        record.Events.OfType<SurveyAnswered>().GroupBy(each => each.Question, StringComparer.Ordinal).Select(each => each.OrderBy(answer => answer.At).Last());

    [Theory, OnEachDatabase]
    public async Task A_quiet_period_has_no_figures(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);

        foreach (var cut in Enum.GetValues<FigureCut>())
        {
            (await line.Statistics.CallsAsync(Line.Week, cut, CancellationToken.None)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_day_of_the_office_begins_at_its_own_midnight_in_summer_and_winter()
    {
        OfficeTime.BeginOf(new DateOnly(2026, 1, 15)).ShouldBe(new DateTimeOffset(2026, 1, 14, 23, 0, 0, TimeSpan.Zero));
        OfficeTime.BeginOf(new DateOnly(2026, 7, 15)).ShouldBe(new DateTimeOffset(2026, 7, 14, 22, 0, 0, TimeSpan.Zero));
        (OfficeTime.BeginOf(new DateOnly(2026, 3, 30)) - OfficeTime.BeginOf(new DateOnly(2026, 3, 29))).ShouldBe(TimeSpan.FromHours(23));
    }

    [Fact]
    public void The_median_lies_within_the_band_of_the_middle_caller() =>
        Gen.Int[1, 4000].Array[1, 60].Sample(waits =>
        {
            var sums = FigureTable.Calls.Columns.ToDictionary(column => column, _ => 0L);
            foreach (var wait in waits)
            {
                sums[$"answered_{CallFigureColumns.BandOf(TimeSpan.FromSeconds(wait))}"]++;
            }

            sums["answered"] = waits.Length;
            sums["longest_wait_ms"] = waits.Max() * 1000L;
            var middle = waits.Order().ElementAt((waits.Length - 1) / 2);

            var median = new CallFigures(sums).AnsweredWaitQuantile(0.5)!.Value;

            var band = CallFigures.Limits.FirstOrDefault(limit => limit >= TimeSpan.FromSeconds(middle));
            return band == default ? median >= TimeSpan.FromSeconds(1800) : median <= band;
        });
}
