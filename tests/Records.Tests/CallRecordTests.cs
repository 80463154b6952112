using CsCheck;
using Infoline.Records.Calls;

namespace Infoline.Records.Tests;

public sealed class CallRecordTests
{
    [Fact]
    public void Events_come_back_from_text_as_they_went() =>
        Histories.Call(3).Sample(record =>
        {
            CallRecord.TryRead(CallRecord.Write(record.Events), out var read).ShouldBeTrue();
            read.ShouldBe(record.Events);
        });

    [Fact]
    public void An_event_of_a_later_version_stays_on_the_time_line()
    {
        CallRecord.TryRead("""[{"kind":"video-began","at":"2026-03-02T07:00:00Z","codec":"vp9"},{"at":"2026-03-02T06:59:00Z","kind":"arrived"}]""", out var events).ShouldBeTrue();

        events.ShouldBe([new Other(Histories.Monday, "video-began"), new Arrived(Histories.Monday.AddMinutes(-1))]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("""[{"kind":"arrived"}]""")]
    [InlineData("""[{"kind":"arrived","at":"soon"}]""")]
    [InlineData("""[{"kind":"ended","at":"2026-03-02T07:00:00Z","by":"Martians"}]""")]
    [InlineData("""[{"kind":7,"at":"2026-03-02T07:00:00Z"}]""")]
    [InlineData("""[{"kind":"unheard-of","at":7}]""")]
    public void What_is_no_list_of_events_is_refused(string? text) => CallRecord.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String.Sample(text => CallRecord.TryRead(text, out var events) == events is not null);

    [Fact]
    public void Merging_does_not_depend_on_the_order() =>
        Gen.Select(Histories.Call(3), Histories.Call(3)).Sample((one, two) => one.Merge(two).Events.SequenceEqual(two.Merge(one).Events));

    [Theory]
    [InlineData(CallOutcome.LeftGreeting)]
    [InlineData(CallOutcome.Answered)]
    [InlineData(CallOutcome.CallbackUnreached)]
    public void Names_of_outcomes_are_read_back(CallOutcome outcome)
    {
        CallOutcomeNames.TryParse(outcome.Name(), out var read).ShouldBeTrue();
        read.ShouldBe(outcome);
    }

    [Fact]
    public void Every_outcome_has_a_name_of_its_own() =>
        Enum.GetValues<CallOutcome>().Select(outcome => outcome.Name()).Distinct().Count().ShouldBe(Enum.GetValues<CallOutcome>().Length);

    [Fact]
    public void A_caller_who_hangs_up_while_a_consultant_is_rung_abandons_ringing()
    {
        var at = Histories.Monday;

        CallSummary.Of(CallRecord.Of("CA1", null,
        [
            new Arrived(at), new LanguageChosen(at.AddSeconds(1), "pl"), new AskedForConsultant(at.AddSeconds(2)),
            new Offered(at.AddSeconds(5), "R1", "anna"), new Ended(at.AddSeconds(9), EndedBy.Caller), new OfferEnded(at.AddSeconds(9), "R1", OfferOutcome.Rescinded),
        ])).Outcome.ShouldBe(CallOutcome.AbandonedRinging);
    }

    [Theory]
    [InlineData("cancelled", CallOutcome.CallbackCancelled)]
    [InlineData("called-again", CallOutcome.CallbackCancelled)]
    [InlineData("hung-up", CallOutcome.Abandoned)]
    [InlineData(null, CallOutcome.CallbackPending)]
    public void A_callback_that_is_needed_no_more_is_not_one_to_be_made(string? left, CallOutcome outcome)
    {
        var at = Histories.Monday;
        List<CallEvent> events = [new Arrived(at), new LanguageChosen(at, "pl"), new AskedForConsultant(at.AddSeconds(10)), new CallbackRequested(at.AddSeconds(60))];
        if (left is not null)
            events.Add(new LeftQueue(at.AddMinutes(9), left));

        CallSummary.Of(CallRecord.Of("CA1", null, events)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_callback_that_reaches_the_caller_is_an_answered_call_with_the_wait_since_asking()
    {
        var at = Histories.Monday;

        var call = CallSummary.Of(CallRecord.Of("CA1", null,
        [
            new Arrived(at), new LanguageChosen(at, "pl"), new AskedForConsultant(at.AddSeconds(10)), new CallbackRequested(at.AddSeconds(60)), new Ended(at.AddSeconds(61), EndedBy.Line),
            new Offered(at.AddMinutes(20), "R1", "anna"), new CallbackAttempted(at.AddMinutes(20), 1, "reached"), new Connected(at.AddMinutes(21), "R1", "anna"), new ConversationEnded(at.AddMinutes(25), EndedBy.Caller),
        ]));

        call.Outcome.ShouldBe(CallOutcome.Answered);
        call.Wait.ShouldBe(TimeSpan.FromMinutes(21) - TimeSpan.FromSeconds(10));
        call.EndedAt.ShouldBe(at.AddMinutes(25));
    }
}
