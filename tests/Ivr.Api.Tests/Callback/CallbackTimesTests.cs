using System.Globalization;
using Infoline.Ivr.Voice.Callback;
using Infoline.Prompts.Hours;
using Infoline.Routing;

namespace Infoline.Ivr.Tests.Callback;

public sealed class CallbackTimesTests : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoline-hours-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("2026-11-24 07:00", "2026-11-24 08:00", "2026-11-24 12:00", "2026-11-24 16:00")]
    [InlineData("2026-11-24 10:00", "2026-11-25 08:00", "2026-11-24 12:00", "2026-11-24 16:00")]
    [InlineData("2026-11-24 12:00", "2026-11-25 08:00", "2026-11-25 12:00", "2026-11-25 16:00")]
    [InlineData("2026-11-27 17:00", "2026-11-30 08:00", "2026-11-30 12:00", "2026-11-30 16:00")]
    [InlineData("2026-12-23 15:00", "2026-12-28 08:00", "2026-12-28 12:00", "2026-12-28 16:00")]
    public void Morning_and_afternoon_are_the_next_ones_of_the_office_that_have_not_begun(string now, string morning, string afternoon, string end)
    {
        var hours = Load("08:00-16:00");

        Window(hours, CallbackTime.Morning, now).Earliest.ShouldBe(Warsaw(morning));
        Window(hours, CallbackTime.Afternoon, now).ShouldBe(new CallbackWindow(Warsaw(afternoon), Warsaw(end)));
    }

    [Fact]
    public void As_soon_as_possible_is_any_time_while_the_line_is_open_and_the_next_day_of_the_office_otherwise()
    {
        var hours = Load("08:00-16:00");

        hours.Next(CallbackTime.Soonest, Warsaw("2026-11-24 10:00")).ShouldBeNull();
        hours.Next(CallbackTime.Soonest, Warsaw("2026-11-27 16:00")).ShouldBe(new CallbackSlot(new DateOnly(2026, 11, 30), new TimeOnly(8, 0), new TimeOnly(16, 0)));
        hours.WindowFor(slot: null, Warsaw("2026-11-24 10:00")).ShouldBe(new CallbackWindow(Warsaw("2026-11-24 10:00").AddSeconds(30), Latest: null));
    }

    [Fact]
    public void A_part_of_a_day_that_the_office_does_not_have_is_not_offered()
    {
        var mornings = Load("08:00-12:15");

        mornings.Next(CallbackTime.Afternoon, Warsaw("2026-11-24 10:00")).ShouldBeNull();
        mornings.Next(CallbackTime.Morning, Warsaw("2026-11-24 10:00")).ShouldBe(new CallbackSlot(new DateOnly(2026, 11, 25), new TimeOnly(8, 0), new TimeOnly(12, 0)));
    }

    [Theory]
    [InlineData("2026-03-27 15:00", "2026-03-30 06:00")]
    [InlineData("2026-10-23 15:00", "2026-10-26 07:00")]
    public void A_morning_after_the_clocks_were_moved_begins_at_the_same_local_time(string friday, string monday)
    {
        var hours = Load("08:00-16:00");

        var window = Window(hours, CallbackTime.Morning, friday);

        window.Earliest.ShouldBe(DateTimeOffset.Parse(monday + "Z", CultureInfo.InvariantCulture));
        (window.Latest - window.Earliest).ShouldBe(TimeSpan.FromHours(4));
    }

    private static CallbackWindow Window(OpeningHours hours, CallbackTime time, string now) => hours.WindowFor(hours.Next(time, Warsaw(now)).ShouldNotBeNull(), Warsaw(now));

    private static DateTimeOffset Warsaw(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Zone.GetUtcOffset(time));
    }

    private OpeningHours Load(string day)
    {
        var week = string.Concat(new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(name => $"  {name}: {day}\n"));
        File.WriteAllText(Path.Combine(_folder.FullName, "hours.yaml"), $"time-zone: Europe/Warsaw\nweek:\n{week}");
        return OpeningHours.Load(_folder.FullName, _ => true);
    }
}
