using CsCheck;
using Infoline.Desk.History;
using Infoline.Records.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Infoline.Desk.Tests.History;

public sealed class HistoryQueryTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void A_query_goes_into_an_address_and_back() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], OneOf("", "pl", "a&b=c"), OneOf("", "card"), Gen.Enum<CallOutcome>(), Gen.Enum<HistoryView>(), Gen.Enum<HistoryCut>()).Sample(
            (back, days, language, topic, outcome, view, cut) =>
            {
                var query = new HistoryQuery(Today.AddDays(-back - days), Today.AddDays(-back)) { Language = language, Topic = topic, Consultant = topic, Outcome = outcome, View = view, Cut = cut };

                var address = query.To("desk/history");

                HistoryQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(address[address.IndexOf('?')..])), Today).ShouldBe(query);
            });

    [Fact]
    public void Any_text_gives_a_period_that_is_not_too_long() =>
        Gen.String.Sample(text =>
        {
            var query = HistoryQuery.Of(_ => text, Today);

            (query.Until.DayNumber - query.From.DayNumber).ShouldBeInRange(0, HistoryQuery.LongestPeriod - 1);
        });

    [Fact]
    public void Without_days_it_is_the_last_seven()
    {
        var query = HistoryQuery.Of(_ => null, Today);

        (query.From, query.Until).ShouldBe((new DateOnly(2026, 11, 18), Today));
    }

    [Fact]
    public void A_period_that_is_too_long_keeps_its_end()
    {
        var query = HistoryQuery.Of(name => name switch { "from" => "2001-01-01", "until" => "2026-11-24", _ => null }, Today);

        (query.From, query.Until).ShouldBe((Today.AddDays(1 - HistoryQuery.LongestPeriod), Today));
    }

    [Fact]
    public void By_quarter_hours_a_long_period_is_its_last_days_and_a_short_one_stays()
    {
        var year = new HistoryQuery(Today.AddDays(-364), Today) { Language = "pl" };

        year.ByQuarter().ShouldBe(year with { From = Today.AddDays(-91) });
        (year with { From = Today.AddDays(-91) }).ByQuarter().From.ShouldBe(Today.AddDays(-91));
    }

    [Fact]
    public void Days_that_changed_places_are_put_right()
    {
        var query = HistoryQuery.Of(name => name switch { "from" => "2026-11-24", "until" => "2026-11-20", _ => null }, Today);

        (query.From, query.Until).ShouldBe((new DateOnly(2026, 11, 20), Today));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
