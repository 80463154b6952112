using Infoline.Prompts.Grammar;

namespace Infoline.Prompts;

/// <summary>What a placeholder of a prompt stands for; written <c>{name:kind}</c> or <c>{name:kind.form}</c>.</summary>
public enum PlaceholderKind
{
    /// <summary>A count.</summary>
    Number,

    /// <summary>Digits said one by one.</summary>
    Digits,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A span of minutes.</summary>
    Minutes,

    /// <summary>A span between two numbers of minutes.</summary>
    MinutesRange,

    /// <summary>A place in the queue.</summary>
    Place,

    /// <summary>An amount of złoty.</summary>
    Money,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>Another prompt.</summary>
    Prompt,
}

/// <summary>How kinds of placeholders are written in the catalogue.</summary>
public static class PlaceholderKinds
{
    private static readonly Dictionary<string, PlaceholderKind> ByName = new(StringComparer.Ordinal)
    {
        ["number"] = PlaceholderKind.Number,
        ["digits"] = PlaceholderKind.Digits,
        ["date"] = PlaceholderKind.Date,
        ["time"] = PlaceholderKind.Time,
        ["minutes"] = PlaceholderKind.Minutes,
        ["minutes-range"] = PlaceholderKind.MinutesRange,
        ["place"] = PlaceholderKind.Place,
        ["money"] = PlaceholderKind.Money,
        ["weekday"] = PlaceholderKind.Weekday,
        ["prompt"] = PlaceholderKind.Prompt,
    };

    internal static string Names { get; } = string.Join(", ", ByName.Keys);

    internal static bool TryParse(string name, out PlaceholderKind kind) => ByName.TryGetValue(name, out kind);

    /// <summary>The name of a kind, as it stands in a placeholder: <c>minutes-range</c>.</summary>
    public static string Name(this PlaceholderKind kind) => ByName.First(pair => pair.Value == kind).Key;

    /// <summary>The forms that a kind may be put into; the one without a name is always there.</summary>
    internal static IReadOnlyList<SpokenForm> Forms(this PlaceholderKind kind) => kind switch
    {
        PlaceholderKind.Number => [SpokenForm.Plain, SpokenForm.Feminine, SpokenForm.Neuter, SpokenForm.Genitive],
        PlaceholderKind.Date => [SpokenForm.Plain, SpokenForm.WithoutYear],
        PlaceholderKind.Time => [SpokenForm.Plain, SpokenForm.Genitive],
        PlaceholderKind.Minutes => [SpokenForm.Plain, SpokenForm.Genitive],
        PlaceholderKind.Place => [SpokenForm.Plain, SpokenForm.Masculine, SpokenForm.Feminine],
        PlaceholderKind.Weekday => [SpokenForm.Plain, SpokenForm.On, SpokenForm.Genitive],
        _ => [SpokenForm.Plain],
    };
}
