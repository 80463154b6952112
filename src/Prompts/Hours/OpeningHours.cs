namespace Infoline.Prompts.Hours;

/// <summary>Why no consultant answers now.</summary>
public enum ClosedReason
{
    /// <summary>Consultants start later today.</summary>
    BeforeHours,

    /// <summary>Consultants have finished for today.</summary>
    AfterHours,

    /// <summary>The weekly hours have no entry for this day.</summary>
    Weekend,

    /// <summary>A public holiday of Poland.</summary>
    Holiday,

    /// <summary>A closure that the office entered for this day.</summary>
    Closure,
}

/// <summary>Whether consultants answer at a moment.</summary>
public abstract record LineState
{
    private LineState()
    {
    }

    /// <summary>Consultants answer until this local time of today.</summary>
    public sealed record Open(TimeOnly Until) : LineState;

    /// <summary>Consultants do not answer; they are back at a local day and time, or it is not known when (more than 60 days away).</summary>
    public sealed record Closed(ClosedReason Reason, DateOnly? BackOn, TimeOnly BackAt) : LineState;
}

/// <summary>The hours of one local day, from the first minute in which consultants answer to the first in which they do not.</summary>
public readonly record struct DayHours(TimeOnly From, TimeOnly Until);

/// <summary>When consultants answer, from <c>hours.yaml</c>: weekly hours, public holidays, closures and urgent announcements. Immutable.</summary>
public sealed class OpeningHours
{
    private const int FurthestDay = 60;
    private readonly TimeZoneInfo _zone;

    internal OpeningHours(
        TimeZoneInfo zone,
        IReadOnlyDictionary<DayOfWeek, DayHours> week,
        IReadOnlyDictionary<DateOnly, DayHours?> exceptions,
        IReadOnlyList<Announcement> announcements,
        bool neverCloses = false)
    {
        NeverCloses = neverCloses;
        _zone = zone;
        Week = week;
        Exceptions = exceptions;
        Announcements = announcements;
    }

    /// <summary>The hours of each day of the week on which consultants answer; the others have no entry.</summary>
    public IReadOnlyDictionary<DayOfWeek, DayHours> Week { get; }

    /// <summary>Single days that differ from the week and from the holidays: other hours, or null for closed.</summary>
    public IReadOnlyDictionary<DateOnly, DayHours?> Exceptions { get; }

    /// <summary>Every announcement, past and future, in the order of the file.</summary>
    public IReadOnlyList<Announcement> Announcements { get; }

    /// <summary>Whether consultants answer at any hour, whatever the rest says.</summary>
    public bool NeverCloses { get; }

    /// <summary>Reads and checks <c>hours.yaml</c>.</summary>
    /// <exception cref="ContentException">The file is missing or malformed; every fault is named.</exception>
    public static OpeningHours Load(string recordingsFolder, Func<PromptKey, bool> promptExists)
    {
        var faults = new List<ContentFault>();
        var hours = HoursFile.Read(recordingsFolder, promptExists, faults);
        return hours is null || faults.Count > 0 ? throw new ContentException(faults) : hours;
    }

    /// <summary>The same announcements, but consultants answer at any hour: for trying the line in the evening.</summary>
    public OpeningHours AroundTheClock() => new(_zone, Week, Exceptions, Announcements, neverCloses: true);

    /// <summary>The same as they are written, for the office whose consultants go home.</summary>
    public OpeningHours AsWritten() => NeverCloses ? new(_zone, Week, Exceptions, Announcements) : this;

    /// <summary>Other hours and announcements in the same time zone.</summary>
    public OpeningHours With(IReadOnlyDictionary<DayOfWeek, DayHours> week, IReadOnlyDictionary<DateOnly, DayHours?> exceptions, IReadOnlyList<Announcement> announcements) =>
        new(_zone, week, exceptions, announcements, NeverCloses);

    /// <summary>The local date and time of an instant.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>
    /// The instant of a local time. A time that the clocks skip in spring counts as if they had not been moved yet; of one that comes twice in
    /// autumn the first is meant.
    /// </summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offset = _zone.IsInvalidTime(local) ? _zone.GetUtcOffset(local.AddDays(-1))
            : _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Whether consultants answer at an instant, and otherwise why not and when they are back.</summary>
    public LineState At(DateTimeOffset instant)
    {
        var local = Local(instant);
        var (today, now) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (NeverCloses)
        {
            return new LineState.Open(TimeOnly.MaxValue);
        }

        if (HoursOn(today) is not { } hours)
        {
            return Closed(WhyClosed(today), today.AddDays(1));
        }

        if (now < hours.From)
        {
            return new LineState.Closed(ClosedReason.BeforeHours, today, hours.From);
        }

        return now < hours.Until ? new LineState.Open(hours.Until) : Closed(ClosedReason.AfterHours, today.AddDays(1));
    }

    /// <summary>The announcements that run at an instant, in the order of the file.</summary>
    public IReadOnlyList<Announcement> AnnouncementsAt(DateTimeOffset instant)
    {
        if (Announcements.Count == 0)
        {
            return [];
        }

        var local = Local(instant);
        return [.. Announcements.Where(announcement => announcement.RunsAt(local))];
    }

    /// <summary>What editors wrote in one language for announcements, past and future.</summary>
    public IEnumerable<AnnouncementText> WrittenIn(Language language) => Announcements.OfType<Announcement.Written>().Select(written => written.Texts[language]);

    /// <summary>The hours of a local day, or null when consultants do not answer on it.</summary>
    public DayHours? HoursOn(DateOnly day)
    {
        if (Exceptions.TryGetValue(day, out var exception))
        {
            return exception;
        }

        return !PolishHolidays.IsHoliday(day) && Week.TryGetValue(day.DayOfWeek, out var hours) ? hours : null;
    }

    private ClosedReason WhyClosed(DateOnly day) =>
        Exceptions.ContainsKey(day) ? ClosedReason.Closure
        : PolishHolidays.IsHoliday(day) ? ClosedReason.Holiday
        : ClosedReason.Weekend;

    private LineState.Closed Closed(ClosedReason reason, DateOnly from)
    {
        for (var day = from; day < from.AddDays(FurthestDay); day = day.AddDays(1))
        {
            if (HoursOn(day) is { } hours)
            {
                return new LineState.Closed(reason, day, hours.From);
            }
        }

        return new LineState.Closed(reason, null, default);
    }
}
