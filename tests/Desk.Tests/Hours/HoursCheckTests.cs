using System.Globalization;
using System.Resources;
using Infoline.Desk.Hours;
using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Tests.Hours;

public sealed class HoursCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<string, string, Action<HoursDraft>> Faults() => new()
    {
        { "Fault.NoDay", "day-monday", draft => draft.Week.ToList().ForEach(day => day.IsOpen = false) },
        { "Fault.Hours", "day-tuesday", draft => (draft.Week[1].From, draft.Week[1].Until) = (new(16, 0), new(8, 0)) },
        { "Fault.NoTime", "day-friday", draft => draft.Week[4].Until = null },
        { "Fault.NoDate", "exception-0", draft => draft.Exceptions.Add(new()) },
        { "Fault.PastDate", "exception-0", draft => draft.Exceptions.Add(new() { Day = Today.AddDays(-1) }) },
        { "Fault.FarDate", "exception-0", draft => draft.Exceptions.Add(new() { Day = Today.AddYears(100) }) },
        { "Fault.DateTwice", "exception-1", draft => draft.Exceptions.AddRange([new() { Day = Today }, new() { Day = Today, IsOpen = true }]) },
        { "Fault.NoStart", "announcement-0-from", draft => draft.Announcements.Add(Announcement(from: null)) },
        { "Fault.NoEnd", "announcement-0-until", draft => draft.Announcements.Add(Announcement(until: null)) },
        { "Fault.EndBeforeStart", "announcement-0-until", draft => draft.Announcements.Add(Announcement(until: "2026-11-24 07:00")) },
        { "Fault.NoWords", "announcement-0-en", draft => draft.Announcements.Add(Announcement(english: " ")) },
        { "Fault.NoWords", "announcement-0-en", draft => draft.Announcements.Add(Announcement(english: "?!")) },
        { "Fault.LongWords", "announcement-0-en", draft => draft.Announcements.Add(Announcement(english: new string('a', HoursCheck.LongestWords + 1))) },
        { "Fault.Braces", "announcement-0-en", draft => draft.Announcements.Add(Announcement(english: "Until {time:time}.")) },
        { "Fault.Cyrillic", "announcement-0-en", draft => draft.Announcements.Add(Announcement(english: "Сьогодні зачинено.")) },
        { "Fault.NotUkrainian", "announcement-0-uk", draft => draft.Announcements.Add(Announcement(ukrainian: "The office is closed.")) },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Whatever_cannot_be_published_is_named_with_its_field_in_words_that_exist(string text, string field, Action<HoursDraft> spoil)
    {
        var draft = HoursDraft.Of(HoursNode.Week);
        spoil(draft);

        var fault = HoursCheck.Check(draft, HoursNode.Week, Today).ShouldBeOfType<CheckedDraft.Faulty>().Faults.ShouldHaveSingleItem();

        fault.ShouldBe(new DraftFault(field, text));
        new ResourceManager(typeof(HoursTexts)).GetString(text, CultureInfo.InvariantCulture).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_form_that_nobody_touched_says_what_it_was_filled_from_and_keeps_sounds()
    {
        var published = HoursNode.Week.With(
            HoursNode.Week.Week,
            new Dictionary<DateOnly, DayHours?> { [Today.AddDays(-30)] = null, [Today] = new(new(9, 0), new(12, 0)) },
            [HoursNode.Announcement("2026-11-01 08:00", "2026-11-02 08:00"), new Announcement.Catalogued(PromptKey.Of("announcement.example"), HoursNode.Minute("2026-12-01 08:00"), HoursNode.Minute("2026-12-02 08:00"))]);

        var hours = HoursCheck.Check(HoursDraft.Of(published), published, Today).ShouldBeOfType<CheckedDraft.Ready>().Hours;

        HoursDifference.Between(published, hours).ShouldBeEmpty();
        hours.Announcements[0].ShouldBeOfType<Announcement.Written>().Texts[Language.Polish].Sound.ShouldNotBeNull();
    }

    [Fact]
    public void A_changed_text_loses_the_sound_of_the_old_one_and_the_others_keep_theirs()
    {
        var published = HoursNode.Week.With(HoursNode.Week.Week, HoursNode.Week.Exceptions, [HoursNode.Announcement("2026-11-24 08:00", "2026-11-25 08:00")]);
        var draft = HoursDraft.Of(published);

        draft.Announcements[0].Words[Language.English] = "The office is open again.";

        var texts = HoursCheck.Check(draft, published, Today).ShouldBeOfType<CheckedDraft.Ready>().Hours.Announcements[0].ShouldBeOfType<Announcement.Written>().Texts;
        texts[Language.English].ShouldBe(new AnnouncementText("The office is open again."));
        texts[Language.Ukrainian].Sound.ShouldNotBeNull();
    }

    private static AnnouncementDraft Announcement(
        string? from = "2026-11-24 08:00", string? until = "2026-11-25 08:00", string english = "The office is closed.", string ukrainian = "Управління зачинене.")
    {
        var draft = new AnnouncementDraft { From = from is null ? null : HoursNode.Minute(from), Until = until is null ? null : HoursNode.Minute(until) };
        draft.Words[Language.Polish] = "Urząd jest nieczynny.";
        draft.Words[Language.English] = english;
        draft.Words[Language.Ukrainian] = ukrainian;
        return draft;
    }
}
