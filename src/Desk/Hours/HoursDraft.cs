using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>A day of the week as it stands in the form.</summary>
public sealed class DayDraft(DayOfWeek day)
{
    /// <summary>The day.</summary>
    public DayOfWeek Day { get; } = day;

    /// <summary>Whether consultants answer on it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The first minute in which they do; null for an emptied field.</summary>
    public TimeOnly? From { get; set; } = new(8, 0);

    /// <summary>The first minute in which they no longer do; null for an emptied field.</summary>
    public TimeOnly? Until { get; set; } = new(16, 0);
}

/// <summary>A single day that differs from the week, as it stands in the form.</summary>
public sealed class ExceptionDraft
{
    /// <summary>The day; null while none is chosen.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Whether consultants answer on it, at other hours than usual.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The first minute in which they do.</summary>
    public TimeOnly? From { get; set; } = new(8, 0);

    /// <summary>The first minute in which they no longer do.</summary>
    public TimeOnly? Until { get; set; } = new(16, 0);
}

/// <summary>An announcement as it stands in the form.</summary>
public sealed class AnnouncementDraft
{
    /// <summary>The local minute from which it is played; null while none is chosen.</summary>
    public DateTime? From { get; set; }

    /// <summary>The local minute from which it is no longer played.</summary>
    public DateTime? Until { get; set; }

    /// <summary>A prompt of the catalogue, whose words are not edited here; null for words of the editor.</summary>
    public PromptKey? Prompt { get; init; }

    /// <summary>The words of the editor.</summary>
    public Dictionary<Language, string> Words { get; } = LanguageCodes.All.ToDictionary(language => language, _ => "");

    /// <summary>The texts as they were published, with their sounds.</summary>
    public IReadOnlyDictionary<Language, AnnouncementText> Published { get; init; } = new Dictionary<Language, AnnouncementText>();
}

/// <summary>Hours as an editor has them in the form: everything may be half done until it is published.</summary>
public sealed class HoursDraft
{
    /// <summary>The seven days, Monday first.</summary>
    public IReadOnlyList<DayDraft> Week { get; } = [.. WeekDays.All.Select(day => new DayDraft(day))];

    /// <summary>Single days that differ.</summary>
    public List<ExceptionDraft> Exceptions { get; } = [];

    /// <summary>Announcements, past and future.</summary>
    public List<AnnouncementDraft> Announcements { get; } = [];

    /// <summary>The form as a version fills it.</summary>
    public static HoursDraft Of(OpeningHours hours)
    {
        var draft = new HoursDraft();
        foreach (var day in draft.Week)
        {
            if (hours.Week.TryGetValue(day.Day, out var open))
            {
                (day.IsOpen, day.From, day.Until) = (true, open.From, open.Until);
            }
        }

        draft.Exceptions.AddRange(hours.Exceptions.OrderBy(exception => exception.Key).Select(exception => exception.Value is { } open
            ? new ExceptionDraft { Day = exception.Key, IsOpen = true, From = open.From, Until = open.Until }
            : new ExceptionDraft { Day = exception.Key }));
        draft.Announcements.AddRange(hours.Announcements.Select(Of));
        return draft;
    }

    private static AnnouncementDraft Of(Announcement announcement)
    {
        if (announcement is not Announcement.Written written)
        {
            return new AnnouncementDraft { From = announcement.From, Until = announcement.Until, Prompt = (announcement as Announcement.Catalogued)?.Prompt };
        }

        var draft = new AnnouncementDraft { From = written.From, Until = written.Until, Published = written.Texts };
        foreach (var (language, text) in written.Texts)
        {
            draft.Words[language] = text.Words;
        }

        return draft;
    }
}
