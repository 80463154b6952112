using Infoline.Prompts.Hours;

namespace Infoline.Prompts.Tests.Hours;

public sealed class OpeningHoursTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-11-23 07:59", ClosedReason.BeforeHours, "2026-11-23")]
    [InlineData("2026-11-23 16:00", ClosedReason.AfterHours, "2026-11-24")]
    [InlineData("2026-11-27 17:00", ClosedReason.AfterHours, "2026-11-30")]
    [InlineData("2026-11-28 12:00", ClosedReason.Weekend, "2026-11-30")]
    [InlineData("2026-12-24 12:00", ClosedReason.Holiday, "2026-12-29")]
    [InlineData("2026-12-28 12:00", ClosedReason.Closure, "2026-12-29")]
    [InlineData("2027-06-03 15:59", null, null)]
    public void The_line_tells_why_it_is_closed_and_when_consultants_are_back(string local, ClosedReason? reason, string? back)
    {
        var hours = Load("exceptions: { 2026-12-28: closed, 2026-12-30: 10:00-12:00 }");

        var state = hours.At(Warsaw(local));

        if (reason is null)
        {
            state.ShouldBe(new LineState.Open(new TimeOnly(16, 0)));
        }
        else
        {
            state.ShouldBe(new LineState.Closed(reason.Value, DateOnly.Parse(back!, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(8, 0)));
        }
    }

    [Fact]
    public void An_exception_opens_a_holiday_for_its_own_hours()
    {
        var hours = Load("exceptions: { 2026-11-11: 10:00-12:00 }");

        hours.At(Warsaw("2026-11-11 11:59")).ShouldBe(new LineState.Open(new TimeOnly(12, 0)));
        hours.At(Warsaw("2026-11-11 12:00")).ShouldBeOfType<LineState.Closed>().Reason.ShouldBe(ClosedReason.AfterHours);
    }

    [Fact]
    public void Hours_are_local_in_summer_and_in_winter()
    {
        var hours = Load("");

        hours.At(DateTimeOffset.Parse("2027-03-26T07:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeOfType<LineState.Open>();
        hours.At(DateTimeOffset.Parse("2027-03-30T06:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeOfType<LineState.Open>();
        hours.At(DateTimeOffset.Parse("2027-03-30T05:59:00Z", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeOfType<LineState.Closed>();
    }

    [Fact]
    public void An_announcement_runs_from_its_start_to_its_end()
    {
        var hours = Load("announcements: [{ prompt: announcement.example, from: 2026-11-24 09:00, until: 2026-11-24 10:00 }]");

        hours.AnnouncementsAt(Warsaw("2026-11-24 08:59")).ShouldBeEmpty();
        hours.AnnouncementsAt(Warsaw("2026-11-24 09:00")).ShouldHaveSingleItem().ShouldBeOfType<Announcement.Catalogued>().Prompt.ToString().ShouldBe("announcement.example");
        hours.AnnouncementsAt(Warsaw("2026-11-24 10:00")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exceptions: { 2026-13-01: closed }", "is not a date")]
    [InlineData("exceptions: { 2026-12-01: shut }", "are not hours of one day")]
    [InlineData("exceptions: { 2026-12-01: 16:00-08:00 }", "are not hours of one day")]
    [InlineData("announcements: [{ prompt: announcement.example, from: 2026-11-24 09:00, until: 2026-11-24 08:00 }]", "ends before it starts")]
    [InlineData("announcements: [{ prompt: other, from: 2026-11-24 09:00, until: 2026-11-24 10:00 }]", "needs prompt 'other'")]
    [InlineData("announcements: [{ prompt: announcement.example, from: tomorrow, until: 2026-11-24 10:00 }]", "is not a local date and time")]
    [InlineData("hollidays: []", "is not known")]
    public void A_fault_is_named_with_its_line(string fields, string problem) =>
        Should.Throw<ContentException>(() => Load(fields)).Faults.ShouldContain(fault => fault.Line == 8 && fault.Problem.Contains(problem));

    [Fact]
    public void A_closed_line_always_says_when_it_opens_and_is_open_then() =>
        CsCheck.Check.Sample(CsCheck.Gen.Int[0, 10 * 365 * 24 * 60], minute =>
        {
            var hours = Load("");
            if (hours.At(Warsaw("2026-01-01 00:00").AddMinutes(minute)) is LineState.Closed closed)
            {
                hours.At(Warsaw($"{closed.BackOn:yyyy-MM-dd} {closed.BackAt:HH\\:mm}")).ShouldBeOfType<LineState.Open>();
            }
        }, iter: 300, threads: 1);

    [Fact]
    public void Easter_agrees_with_the_calendar_of_the_years_to_come()
    {
        PolishHolidays.In(2027).ShouldBe(
        [
            new(2027, 1, 1), new(2027, 1, 6), new(2027, 3, 28), new(2027, 3, 29), new(2027, 5, 1), new(2027, 5, 3), new(2027, 5, 16),
            new(2027, 5, 27), new(2027, 8, 15), new(2027, 11, 1), new(2027, 11, 11), new(2027, 12, 24), new(2027, 12, 25), new(2027, 12, 26),
        ]);
        PolishHolidays.IsHoliday(new(2028, 4, 16)).ShouldBeTrue();
        PolishHolidays.IsHoliday(new(2028, 6, 15)).ShouldBeTrue();
        PolishHolidays.IsHoliday(new(2024, 12, 24)).ShouldBeFalse();
        PolishHolidays.In(2024).Count.ShouldBe(13);
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_in_every_year()
    {
        for (var year = 1990; year <= 2199; year++)
        {
            var sundays = PolishHolidays.In(year).Where(day => day.DayOfWeek == DayOfWeek.Sunday && PolishHolidays.IsHoliday(day.AddDays(1)) && PolishHolidays.IsHoliday(day.AddDays(49)) && PolishHolidays.IsHoliday(day.AddDays(60)));
            sundays.ShouldContain(day => day >= new DateOnly(year, 3, 22) && day <= new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("2026-11-24 08:00", "2026-11-24 07:00")]
    [InlineData("2026-07-01 08:00", "2026-07-01 06:00")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")]
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")]
    public void A_local_time_is_one_instant_also_when_the_clocks_are_moved(string local, string utc)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        Load("").Instant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)).ShouldBe(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Warsaw(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw").GetUtcOffset(time));
    }

    private OpeningHours Load(string fields)
    {
        const string Week = "time-zone: Europe/Warsaw\nweek:\n  monday: 08:00-16:00\n  tuesday: 08:00-16:00\n  wednesday: 08:00-16:00\n  thursday: 08:00-16:00\n  friday: 08:00-16:00\n";
        _folder.Write("hours.yaml", Week + fields);
        return OpeningHours.Load(_folder.Path, key => key.ToString() == "announcement.example");
    }
}
