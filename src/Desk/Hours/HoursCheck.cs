using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>One thing in the form that cannot be published.</summary>
/// <param name="Field">The id of the field.</param>
/// <param name="Text">The key of the sentence in <see cref="HoursTexts"/>.</param>
public readonly record struct DraftFault(string Field, string Text);

/// <summary>What the form amounts to.</summary>
public abstract record CheckedDraft
{
    private CheckedDraft()
    {
    }

    /// <summary>It can be published.</summary>
    public sealed record Ready(OpeningHours Hours) : CheckedDraft;

    /// <summary>It cannot; every fault is named.</summary>
    public sealed record Faulty(IReadOnlyList<DraftFault> Faults) : CheckedDraft;
}

/// <summary>Says whether hours in the form can be published. Total: any form gives hours or faults.</summary>
internal static class HoursCheck
{
    /// <summary>Longer than this nobody listens to before a menu: about forty seconds.</summary>
    public const int LongestWords = 500;

    /// <summary>Dates are recorded for the years to come, and a slip in the year is found.</summary>
    private const int FurthestYears = 3;

    /// <param name="draft">The form.</param>
    /// <param name="published">What was published before; entries that were there already may lie in the past.</param>
    /// <param name="today">The local day.</param>
    public static CheckedDraft Check(HoursDraft draft, OpeningHours published, DateOnly today)
    {
        List<DraftFault> faults = [];
        var week = Week(draft, faults);
        var exceptions = Exceptions(draft, published, today, faults);
        var announcements = draft.Announcements.Select((announcement, index) => Announcement(announcement, index, today, faults)).OfType<Announcement>().ToList();
        return faults.Count == 0 ? new CheckedDraft.Ready(published.With(week, exceptions, announcements)) : new CheckedDraft.Faulty(faults);
    }

    public static string DayField(DayOfWeek day) => $"day-{day}".ToLowerInvariant();

    public static string ExceptionField(int index) => $"exception-{index}";

    public static string AnnouncementField(int index, string part) => $"announcement-{index}-{part}";

    private static Dictionary<DayOfWeek, DayHours> Week(HoursDraft draft, List<DraftFault> faults)
    {
        Dictionary<DayOfWeek, DayHours> week = [];
        foreach (var day in draft.Week.Where(day => day.IsOpen))
        {
            if (Hours(day.From, day.Until, DayField(day.Day), faults) is { } hours)
            {
                week[day.Day] = hours;
            }
        }

        if (draft.Week.All(day => !day.IsOpen))
        {
            faults.Add(new(DayField(DayOfWeek.Monday), "Fault.NoDay"));
        }

        return week;
    }

    private static Dictionary<DateOnly, DayHours?> Exceptions(HoursDraft draft, OpeningHours published, DateOnly today, List<DraftFault> faults)
    {
        Dictionary<DateOnly, DayHours?> exceptions = [];
        foreach (var (index, exception) in draft.Exceptions.Index())
        {
            var field = ExceptionField(index);
            var hours = exception.IsOpen ? Hours(exception.From, exception.Until, field, faults) : null;
            if (exception.Day is not { } day)
            {
                faults.Add(new(field, "Fault.NoDate"));
            }
            else if (!published.Exceptions.ContainsKey(day) && day < today)
            {
                faults.Add(new(field, "Fault.PastDate"));
            }
            else if (day.Year > today.Year + FurthestYears)
            {
                faults.Add(new(field, "Fault.FarDate"));
            }
            else if (!exceptions.TryAdd(day, hours))
            {
                faults.Add(new(field, "Fault.DateTwice"));
            }
        }

        return exceptions;
    }

    private static Announcement? Announcement(AnnouncementDraft draft, int index, DateOnly today, List<DraftFault> faults)
    {
        var before = faults.Count;
        switch (draft)
        {
            case { From: null }:
                faults.Add(new(AnnouncementField(index, "from"), "Fault.NoStart"));
                break;
            case { Until: null }:
                faults.Add(new(AnnouncementField(index, "until"), "Fault.NoEnd"));
                break;
            case { From: var from, Until: var until } when from >= until:
                faults.Add(new(AnnouncementField(index, "until"), "Fault.EndBeforeStart"));
                break;
            case { Until: { } end } when end.Year > today.Year + FurthestYears:
                faults.Add(new(AnnouncementField(index, "until"), "Fault.FarDate"));
                break;
        }

        if (draft.Prompt is { } prompt)
        {
            return faults.Count == before ? new Announcement.Catalogued(prompt, draft.From!.Value, draft.Until!.Value) : null;
        }

        faults.AddRange(LanguageCodes.All
            .Select(language => (language, Fault: FaultOf(language, draft.Words[language])))
            .Where(text => text.Fault is not null)
            .Select(text => new DraftFault(AnnouncementField(index, text.language.Code()), text.Fault!)));
        return faults.Count == before
            ? new Announcement.Written(LanguageCodes.All.ToDictionary(language => language, language => Text(draft, language)), draft.From!.Value, draft.Until!.Value)
            : null;
    }

    /// <summary>A text that did not change keeps its sound.</summary>
    private static AnnouncementText Text(AnnouncementDraft draft, Language language)
    {
        var words = draft.Words[language].Trim();
        return draft.Published.TryGetValue(language, out var before) && string.Equals(before.Words, words, StringComparison.Ordinal) ? before : new AnnouncementText(words);
    }

    private static string? FaultOf(Language language, string words) => words.Trim() switch
    {
        "" => "Fault.NoWords",
        { Length: > LongestWords } => "Fault.LongWords",
        var text when text.AsSpan().IndexOfAny('{', '}') >= 0 => "Fault.Braces",
        var text when !text.Any(char.IsLetter) => "Fault.NoWords",
        var text when language is Language.Ukrainian && !text.Any(IsCyrillic) => "Fault.NotUkrainian",
        var text when language is not Language.Ukrainian && text.Any(IsCyrillic) => "Fault.Cyrillic",
        _ => null,
    };

    private static DayHours? Hours(TimeOnly? from, TimeOnly? until, string field, List<DraftFault> faults)
    {
        if (from is { } first && until is { } last)
        {
            if (first < last)
            {
                return new DayHours(first, last);
            }

            faults.Add(new(field, "Fault.Hours"));
        }
        else
        {
            faults.Add(new(field, "Fault.NoTime"));
        }

        return null;
    }

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';
}
