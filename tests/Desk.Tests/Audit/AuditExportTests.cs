using CsCheck;
using Infoline.Desk.Audit;
using Microsoft.AspNetCore.Http;

namespace Infoline.Desk.Tests.Audit;

public sealed class AuditExportTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+48", "'+48")]
    [InlineData("@x,y", "\"'@x,y\"")]
    [InlineData("", "")]
    public void A_cell_is_quoted_where_needed_and_never_a_formula(string text, string cell) => AuditExport.Cell(text).ShouldBe(cell);

    [Fact]
    public void No_text_breaks_out_of_its_cell() => Gen.String.Sample(text =>
    {
        var cell = AuditExport.Cell(text);
        var bare = cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "", StringComparison.Ordinal) : cell;
        return !bare.Contains('"', StringComparison.Ordinal) && (cell.StartsWith('"') || bare.AsSpan().IndexOfAny(",\r\n") < 0);
    });

    [Fact]
    public void A_filter_goes_into_an_address_and_back()
    {
        var query = new AuditQuery { From = new DateOnly(2026, 10, 24), Until = new DateOnly(2026, 10, 25), Actor = "demo1", Action = AuditActions.SignedIn, Object = "a&b=c" };

        var back = AuditQuery.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.ToQueryString())));

        back.ToFilter(10).ShouldBe(query.ToFilter(10));
    }

    [Fact]
    public void A_day_is_a_day_of_the_office_even_when_the_clock_changes()
    {
        var filter = new AuditQuery { From = new DateOnly(2026, 10, 25), Until = new DateOnly(2026, 10, 25) }.ToFilter(10);

        (filter.Until - filter.From).ShouldBe(TimeSpan.FromHours(25));
    }
}
