namespace Infoline.Prompts.Catalogue;

/// <summary>The host gives one set of values for all languages, so names and kinds of placeholders must be the same; order and form may differ.</summary>
internal static class PlaceholderRules
{
    /// <summary>Where the texts of a prompt differ: <see cref="TextProblem.NotInPolish"/>, <see cref="TextProblem.OnlyInPolish"/> or <see cref="TextProblem.TwoKinds"/>.</summary>
    public static IEnumerable<(Language Language, TextProblem Problem, string Placeholder)> Differences(IReadOnlyDictionary<Language, Template> written)
    {
        if (!written.TryGetValue(Language.Polish, out var polish))
            yield break;
        foreach (var (language, template) in written)
        {
            foreach (var difference in Names(template).Except(Names(polish), StringComparer.Ordinal))
                yield return (language, TextProblem.NotInPolish, difference);
            foreach (var difference in Names(polish).Except(Names(template), StringComparer.Ordinal))
                yield return (language, TextProblem.OnlyInPolish, difference);
        }

        foreach (var (language, template) in written)
        {
            foreach (var name in template.Placeholders.GroupBy(p => p.Name, StringComparer.Ordinal).Where(group => group.Select(p => p.Kind).Distinct().Count() > 1))
                yield return (language, TextProblem.TwoKinds, name.Key);
        }
    }

    /// <summary>The placeholders of a text as names and kinds, <c>wait:minutes</c>.</summary>
    public static IEnumerable<string> Names(Template template) => template.Placeholders.Select(p => $"{p.Name}:{p.Kind.Name()}");
}
