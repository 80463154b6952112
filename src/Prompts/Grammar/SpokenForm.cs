namespace Infoline.Prompts.Grammar;

/// <summary>The grammatical form that a sentence asks of the value put into it.</summary>
internal enum SpokenForm
{
    /// <summary>
    /// The form that needs no word in the placeholder: a number that is counted by itself, a date as said of an event,
    /// a time as said after "at", a place that agrees with "miejsce" and "місце", the bare name of a weekday.
    /// </summary>
    Plain,

    /// <summary>Agreeing with a masculine noun.</summary>
    Masculine,

    /// <summary>Agreeing with a feminine noun.</summary>
    Feminine,

    /// <summary>Agreeing with a neuter noun.</summary>
    Neuter,

    /// <summary>The genitive, as after "from", "until" and "about".</summary>
    Genitive,

    /// <summary>With the word that places an event on a day: "on Monday".</summary>
    On,

    /// <summary>A day and a month alone.</summary>
    WithoutYear,
}

/// <summary>How forms are written in the catalogue.</summary>
internal static class SpokenForms
{
    private static readonly Dictionary<string, SpokenForm> ByName = new(StringComparer.Ordinal)
    {
        ["masculine"] = SpokenForm.Masculine,
        ["feminine"] = SpokenForm.Feminine,
        ["neuter"] = SpokenForm.Neuter,
        ["genitive"] = SpokenForm.Genitive,
        ["on"] = SpokenForm.On,
        ["without-year"] = SpokenForm.WithoutYear,
    };

    public static bool TryParse(string name, out SpokenForm form) => ByName.TryGetValue(name, out form);

    public static string Name(this SpokenForm form) =>
        form == SpokenForm.Plain ? "" : ByName.First(pair => pair.Value == form).Key;
}
