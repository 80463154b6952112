using CsCheck;
using Infoline.Records.Calls;
using Infoline.Records.Retention;
using Infoline.Records.Writing;
using Infoline.Sql.Testing;

namespace Infoline.Records.Tests;

public sealed class RecordsWriterTests
{
    private static readonly DateTimeOffset At = Histories.Monday;

    [Theory, OnEachDatabase]
    public async Task A_call_is_kept_with_its_figures_and_its_time_line(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var record = CallRecord.Of("CA1", "key",
        [
            new Arrived(At),
            new LanguageChosen(At.AddSeconds(10), "uk"),
            new Stepped(At.AddSeconds(12), "main"),
            new Stepped(At.AddSeconds(30), "card", "4"),
            new AskedForConsultant(At.AddSeconds(40), "card"),
            new WaitAnnounced(At.AddSeconds(41), 1, 0, 60),
            new Offered(At.AddSeconds(50), "R1", "anna"),
            new OfferEnded(At.AddSeconds(70), "R1", OfferOutcome.Missed),
            new Offered(At.AddSeconds(70), "R2", "borys"),
            new OfferEnded(At.AddSeconds(75), "R2", OfferOutcome.Accepted),
            new Connected(At.AddSeconds(76), "R2", "borys"),
            new HoldBegan(At.AddSeconds(100)),
            new HoldEnded(At.AddSeconds(130)),
            new ConversationEnded(At.AddSeconds(176), EndedBy.Consultant),
            new Ended(At.AddSeconds(177), EndedBy.Consultant),
            new WrapUpEnded(At.AddSeconds(196), "borys"),
            new Noted(At.AddSeconds(190), "borys", "informed", "asked for the date of collection"),
        ]);

        (await line.WriteAsync(record)).ShouldBe(WriteResult.Written);
        var (call, events) = (await line.History.FindAsync("CA1", CancellationToken.None)).ShouldNotBeNull();

        events.ShouldBe(record.Events);
        call.Outcome.ShouldBe(CallOutcome.Answered);
        call.Consultant.ShouldBe("borys");
        call.Wait.ShouldBe(TimeSpan.FromSeconds(36));
        call.Talk.ShouldBe(TimeSpan.FromSeconds(70));
        call.Hold.ShouldBe(TimeSpan.FromSeconds(30));
        call.WrapUp.ShouldBe(TimeSpan.FromSeconds(20));
        call.EndedBy.ShouldBe(EndedBy.Consultant);
        call.Disposition.ShouldBe("informed");
        var figures = await line.TotalAsync();
        figures.AverageSpeedOfAnswer.ShouldBe(TimeSpan.FromSeconds(36));
        figures.AnnouncedRight.ShouldBe(1);
        figures.ServiceLevelOfOffered(TimeSpan.FromSeconds(20)).ShouldBe(0);
        figures.ServiceLevelOfOffered(TimeSpan.FromSeconds(45)).ShouldBe(1);
        var staff = await line.Statistics.ConsultantsAsync(Line.Week, CancellationToken.None);
        staff.Select(each => (each.Consultant, each.Offered, each.Accepted, each.Missed)).ShouldBe([("anna", 1, 0, 1), ("borys", 1, 1, 0)]);
        var menu = await line.Statistics.MenuAsync(Line.Week, CancellationToken.None);
        menu.Select(each => (each.Node, each.Entered, each.WentOn, each.Asked, each.Ended)).ShouldBe([("card", 1, 0, 1, 0), ("main", 1, 1, 0, 0)]);
    }

    [Theory, OnEachDatabase]
    public async Task A_record_told_twice_counts_once(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var record = CallRecord.Of("CA1", null, [new Arrived(At), new Ended(At.AddSeconds(5), EndedBy.Caller)]);

        await line.WriteAsync(record);
        var once = await line.DumpAsync();
        (await line.WriteAsync(record)).ShouldBe(WriteResult.NothingNew);

        (await line.DumpAsync()).ShouldBe(once);
    }

    [Theory, OnEachDatabase]
    public async Task An_answer_of_the_survey_counts_once_a_question_and_for_the_consultant_spoken_with(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        CallEvent[] call =
        [
            new Arrived(At), new LanguageChosen(At, "pl"), new AskedForConsultant(At.AddSeconds(5)),
            new Offered(At.AddSeconds(10), "R1", "anna"), new Connected(At.AddSeconds(12), "R1", "anna"), new ConversationEnded(At.AddSeconds(60), EndedBy.Consultant),
            new SurveyAnswered(At.AddSeconds(70), "solved", 2), new SurveyAnswered(At.AddSeconds(75), "clear", 4), new Ended(At.AddSeconds(90), EndedBy.Caller),
        ];
        await line.WriteAsync(CallRecord.Of("CA1", null, call));

        // The network tells a key once more, and the caller changes their mind; each comes in a part of its own.
        await line.WriteAsync(CallRecord.Of("CA1", null, [new SurveyAnswered(At.AddSeconds(76), "clear", 4)]));
        await line.WriteAsync(CallRecord.Of("CA1", null, [new SurveyAnswered(At.AddSeconds(80), "solved", 5)]));
        await line.WriteAsync(CallRecord.Of("CA1", null, [new SurveyAnswered(At.AddSeconds(70), "solved", 2)]));

        var (_, events) = (await line.History.FindAsync("CA1", CancellationToken.None)).ShouldNotBeNull();
        events.OfType<SurveyAnswered>().Select(each => (each.Question, each.Answer)).ShouldBe([("clear", 4), ("solved", 5)]);
        var survey = await line.Statistics.SurveyAsync(Line.Week, CancellationToken.None);
        survey.Select(each => (each.Name, each.Answers, each.Mean)).ShouldBe([("clear", 1, 4.0), ("solved", 1, 5.0)]);
        var anna = (await line.Statistics.ConsultantsAsync(Line.Week, CancellationToken.None)).ShouldHaveSingleItem();
        (anna.Survey.Answers, anna.Survey.Mean).ShouldBe((2, 4.5));
        var total = await line.TotalAsync();
        (total.SurveyAnswers, total.SurveyMean).ShouldBe((2, 4.5));
    }

    [Theory, OnEachDatabase]
    public async Task A_recording_is_due_at_its_own_time_and_leaves_the_register_when_it_is_deleted(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var record = CallRecord.Of("CA1", null, [new Arrived(At), new RecordingBegan(At.AddSeconds(60), "RE1", At.AddDays(30)), new RecordingEnded(At.AddSeconds(90), "RE1"), new Ended(At.AddSeconds(90), EndedBy.Caller)]);
        await line.WriteAsync(record);
        await line.WriteAsync(CallRecord.Of("CA2", null, [new Arrived(At), new RecordingBegan(At.AddSeconds(60), "RE2", At.AddDays(31))]));
        await line.WriteAsync(record);

        (await line.Recordings.DueAsync(At.AddDays(29), 10, CancellationToken.None)).ShouldBeEmpty();
        (await line.Recordings.DueAsync(At.AddDays(30), 10, CancellationToken.None)).ShouldBe([new KeptRecording("RE1", "CA1", At.AddSeconds(60), At.AddDays(30))]);
        (await line.Recordings.DueAsync(At.AddDays(99), 10, CancellationToken.None)).Select(each => each.Id).ShouldBe(["RE1", "RE2"]);

        await line.Recordings.PostponeAsync("RE1", At.AddDays(40), CancellationToken.None);
        (await line.Recordings.DueAsync(At.AddDays(39), 10, CancellationToken.None)).Select(each => each.Id).ShouldBe(["RE2"]);
        await line.Recordings.RemoveAsync("RE1", CancellationToken.None);
        (await line.Recordings.DueAsync(At.AddDays(99), 10, CancellationToken.None)).Select(each => each.Id).ShouldBe(["RE2"]);
    }

    [Theory, OnEachDatabase]
    public async Task Parts_told_in_any_order_and_any_number_of_times_give_what_the_whole_gives(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        await Gen.Select(Histories.Call(7), Gen.Int[0, int.MaxValue]).SampleAsync(async (record, seed) =>
        {
            var random = new Random(seed);
            await line.ForgetAllAsync();
            await line.WriteAsync(record);
            var whole = await line.DumpAsync();

            await line.ForgetAllAsync();
            var parts = record.Events.Chunk(random.Next(1, record.Events.Length + 1)).Select(part => CallRecord.Of(record.CallId, record.CallerKey, part)).ToList();
            foreach (var part in parts.Concat(parts.Take(2)).OrderBy(_ => random.Next()))
            {
                await line.WriteAsync(part);
            }

            (await line.DumpAsync()).ShouldBe(whole);
        }, iter: 25, threads: 1);
    }

    [Theory, OnEachDatabase]
    public async Task Nodes_that_write_the_same_call_at_once_count_it_once(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var records = Histories.Of(6, seed: 4);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).SelectMany(_ => records).Select(record => Task.Run(() => line.WriteAsync(record))));

        results.Count(result => result == WriteResult.Written).ShouldBe(6);
        (await line.TotalAsync()).Arrived.ShouldBe(6);
    }

    [Theory, OnEachDatabase]
    public async Task A_call_past_its_time_is_deleted_and_stays_away_while_its_sums_stay(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        var record = CallRecord.Of("CA1", "key", [new Arrived(At), new Ended(At.AddSeconds(5), EndedBy.Caller)]);
        await line.WriteAsync(record);

        line.Time.Advance(TimeSpan.FromDays(23));
        (await line.Retention.DeleteAsync(CancellationToken.None)).ShouldBe(1);

        (await line.WriteAsync(record)).ShouldBe(WriteResult.PastRetention);
        (await line.History.FindAsync("CA1", CancellationToken.None)).ShouldBeNull();
        (await line.TotalAsync()).Arrived.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_call_within_its_time_is_kept(DatabaseKind kind)
    {
        await using var line = await Line.OpenAsync(kind);
        await line.WriteAsync(CallRecord.Of("CA1", "key", [new Arrived(At), new Ended(At.AddSeconds(5), EndedBy.Caller)]));

        line.Time.Advance(TimeSpan.FromDays(21));

        (await line.Retention.DeleteAsync(CancellationToken.None)).ShouldBe(0);
    }
}
