using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>Hours as a version keeps them: the same words as in <c>hours.yaml</c>, and announcements with their texts. Sounds are kept beside it.</summary>
internal sealed record KeptHours(IReadOnlyDictionary<string, string> Week, IReadOnlyDictionary<string, string> Exceptions, IReadOnlyList<KeptAnnouncement> Announcements)
{
    private const string Closed = "closed";
    private const string Day = "yyyy-MM-dd";
    private const string Minute = "yyyy-MM-dd HH:mm";

    public static string Write(OpeningHours hours) => JsonSerializer.Serialize(
        new KeptHours(
            hours.Week.OrderBy(day => day.Key).ToDictionary(day => day.Key.ToString().ToLowerInvariant(), day => Text(day.Value), StringComparer.Ordinal),
            hours.Exceptions.OrderBy(day => day.Key).ToDictionary(day => day.Key.ToString(Day, CultureInfo.InvariantCulture), day => Text(day.Value), StringComparer.Ordinal),
            [.. hours.Announcements.Select(KeptAnnouncement.Of)]),
        HoursJson.Default.KeptHours);

    public static KeptHours Read(string json) => JsonSerializer.Deserialize(json, HoursJson.Default.KeptHours) ?? throw new JsonException("A version of the hours is empty.");

    /// <summary>The hours of one day, <c>08:00-16:00</c> or <c>closed</c>.</summary>
    public static string Text(DayHours? hours) => hours is { } open
        ? string.Create(CultureInfo.InvariantCulture, $"{open.From:HH\\:mm}-{open.Until:HH\\:mm}")
        : Closed;

    /// <summary>A local minute as it is kept.</summary>
    public static string Text(DateTime minute) => minute.ToString(Minute, CultureInfo.InvariantCulture);

    /// <summary>The names of the sounds that the announcements need.</summary>
    public IEnumerable<string> SoundNames() => Announcements.SelectMany(announcement => announcement.Texts?.Values ?? []).Select(text => text.Sound).OfType<string>();

    /// <summary>The hours, in the time zone of the shipped ones.</summary>
    /// <param name="shipped">What the folder of recordings says.</param>
    /// <param name="sounds">The sounds that could be found, by their hashes.</param>
    public OpeningHours ToHours(OpeningHours shipped, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sounds) => shipped.With(
        Week.ToDictionary(day => Enum.Parse<DayOfWeek>(day.Key, ignoreCase: true), day => ReadDay(day.Value) ?? throw new JsonException("A day of the week is closed by its absence.")),
        Exceptions.ToDictionary(day => DateOnly.ParseExact(day.Key, Day, CultureInfo.InvariantCulture), day => ReadDay(day.Value)),
        [.. Announcements.Select(announcement => announcement.ToAnnouncement(sounds))]);

    public static DateTime ReadMinute(string text) => DateTime.ParseExact(text, Minute, CultureInfo.InvariantCulture);

    private static DayHours? ReadDay(string text) => string.Equals(text, Closed, StringComparison.Ordinal)
        ? null
        : new DayHours(TimeOnly.ParseExact(text[..5], "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(text[6..], "HH:mm", CultureInfo.InvariantCulture));
}

/// <summary>An announcement as a version keeps it: a prompt of the catalogue, or texts by the codes of their languages.</summary>
internal sealed record KeptAnnouncement(string From, string Until, string? Prompt, IReadOnlyDictionary<string, KeptText>? Texts)
{
    public static KeptAnnouncement Of(Announcement announcement)
    {
        var (from, until) = (KeptHours.Text(announcement.From), KeptHours.Text(announcement.Until));
        return announcement switch
        {
            Announcement.Catalogued catalogued => new(from, until, catalogued.Prompt.ToString(), null),
            Announcement.Written written => new(from, until, null, written.Texts.ToDictionary(
                text => text.Key.Code(), text => new KeptText(text.Value.Words, text.Value.Sound?.ContentHash), StringComparer.Ordinal)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Announcement ToAnnouncement(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sounds)
    {
        var (from, until) = (KeptHours.ReadMinute(From), KeptHours.ReadMinute(Until));
        return Prompt is not null
            ? new Announcement.Catalogued(PromptKey.Of(Prompt), from, until)
            : new Announcement.Written(LanguageCodes.All.ToDictionary(language => language, language => Texts![language.Code()].ToText(sounds)), from, until);
    }
}

/// <summary>A text of an announcement, with the hash of its sound where there is one.</summary>
internal sealed record KeptText(string Words, string? Sound)
{
    public AnnouncementText ToText(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sounds) =>
        new(Words, Sound is not null && sounds.TryGetValue(Sound, out var wav) ? new AnnouncementSound(Sound, wav) : null);
}

/// <summary>How hours are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptHours))]
internal sealed partial class HoursJson : JsonSerializerContext;
