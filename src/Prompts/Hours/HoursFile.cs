using System.Globalization;
using Infoline.Prompts.Content;
using YamlDotNet.RepresentationModel;

namespace Infoline.Prompts.Hours;

/// <summary>Reads <c>hours.yaml</c>.</summary>
internal static class HoursFile
{
    public const string Name = "hours.yaml";

    private static readonly Dictionary<string, DayOfWeek> Days =
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString(), StringComparer.OrdinalIgnoreCase);

    public static OpeningHours? Read(string recordingsFolder, Func<PromptKey, bool> promptExists, List<ContentFault> faults)
    {
        if (YamlFile.Open(Path.Combine(recordingsFolder, Name), Name, faults) is not { } file)
        {
            return null;
        }

        file.RefuseOthers(file.Root, ["time-zone", "week", "exceptions", "announcements"]);
        var zone = ReadZone(file);
        var week = ReadWeek(file);
        var exceptions = ReadExceptions(file);
        var announcements = ReadAnnouncements(file, promptExists);
        return zone is null ? null : new OpeningHours(zone, week, exceptions, announcements);
    }

    private static TimeZoneInfo? ReadZone(YamlFile file)
    {
        if (file.Text(file.Root, "time-zone", required: true) is not { } text)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(text.Value!, out var zone))
        {
            return zone;
        }

        file.Fault(text, $"the time zone '{text.Value}' is not known here", "write Europe/Warsaw, and see that the system has time zone data");
        return null;
    }

    private static Dictionary<DayOfWeek, DayHours> ReadWeek(YamlFile file)
    {
        var week = new Dictionary<DayOfWeek, DayHours>();
        foreach (var (name, value) in file.Mapping(file.Root, "week", required: true)?.Children.ToArray() ?? [])
        {
            if (!Days.TryGetValue(name.ToString(), out var day))
            {
                file.Fault(name, $"'{name}' is not a day of the week", "write monday, tuesday and so on; leave out the days without consultants");
            }
            else if (ReadHours(file, value) is { } hours)
            {
                week[day] = hours;
            }
        }

        return week;
    }

    private static Dictionary<DateOnly, DayHours?> ReadExceptions(YamlFile file)
    {
        var exceptions = new Dictionary<DateOnly, DayHours?>();
        foreach (var (name, value) in file.Mapping(file.Root, "exceptions", required: false)?.Children.ToArray() ?? [])
        {
            if (!DateOnly.TryParseExact(name.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                file.Fault(name, $"'{name}' is not a date", "write it as 2026-12-28");
            }
            else if (value is YamlScalarNode { Value: "closed" })
            {
                exceptions[day] = null;
            }
            else if (ReadHours(file, value) is { } hours)
            {
                exceptions[day] = hours;
            }
        }

        return exceptions;
    }

    private static DayHours? ReadHours(YamlFile file, YamlNode value)
    {
        if (value is YamlScalarNode { Value: { } text }
            && text.Split('-', StringSplitOptions.TrimEntries) is [var first, var last]
            && TimeOnly.TryParseExact(first, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(last, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            && from < until)
        {
            return new DayHours(from, until);
        }

        file.Fault(value, $"'{value}' are not hours of one day", "write them as 08:00-16:00, or closed for an exception");
        return null;
    }

    private static List<Announcement> ReadAnnouncements(YamlFile file, Func<PromptKey, bool> promptExists)
    {
        var announcements = new List<Announcement>();
        foreach (var entry in file.Sequence(file.Root, "announcements", required: false))
        {
            if (entry is not YamlMappingNode mapping)
            {
                file.Fault(entry, "an announcement has no fields", "write prompt, from and until");
                continue;
            }

            file.RefuseOthers(mapping, ["prompt", "from", "until"]);
            var prompt = file.Prompt(mapping, "prompt");
            var (from, until) = (ReadMinute(file, mapping, "from"), ReadMinute(file, mapping, "until"));
            if (prompt is { } key && !promptExists(key))
            {
                file.Fault(mapping, $"the announcement needs prompt '{key}', which the catalogue does not have", "add it to a file under prompts/ or correct the key");
            }
            else if (from >= until)
            {
                file.Fault(mapping, "the announcement ends before it starts", "let until be later than from");
            }
            else if (prompt is { } known && from is { } start && until is { } end)
            {
                announcements.Add(new Announcement.Catalogued(known, start, end));
            }
        }

        return announcements;
    }

    private static DateTime? ReadMinute(YamlFile file, YamlMappingNode mapping, string field)
    {
        if (file.Text(mapping, field, required: true) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text.Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute))
        {
            return minute;
        }

        file.Fault(text, $"'{text.Value}' is not a local date and time", "write it as 2026-12-28 07:30");
        return null;
    }
}
