using System.Globalization;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>A step of the way through the menu, as kept with the call.</summary>
internal readonly record struct PathStep(string Node, Language Language, DateTimeOffset At);

/// <summary>The way through the menu as a note of the call: <c>node@milliseconds</c>, the language first. Reading is total.</summary>
internal static class CallPathNote
{
    /// <summary>The name of the note.</summary>
    public const string Name = "path";

    private const int MostSteps = 60;

    public static string Write(Language language, IEnumerable<JournalStep> steps) => string.Join(' ', steps.TakeLast(MostSteps)
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Name}@{step.At.ToUnixTimeMilliseconds()}"))
        .Prepend(language.Code()));

    public static IReadOnlyList<PathStep> Read(string? text)
    {
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !LanguageCodes.TryParse(parts[0], out var language))
            return [];
        List<PathStep> steps = [];
        foreach (var part in parts.Skip(1))
        {
            if (part.Split('@') is [var node, var at] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
                steps.Add(new PathStep(node, language, DateTimeOffset.FromUnixTimeMilliseconds(moment)));
        }

        return steps;
    }

    /// <summary>Each step together with the one after it; those that give nothing are left out.</summary>
    public static IReadOnlyList<T> Pairwise<T>(this IReadOnlyList<PathStep> steps, Func<PathStep, PathStep?, T?> each)
        where T : class
    {
        List<T> read = [];
        for (var i = 0; i < steps.Count; i++)
        {
            if (each(steps[i], i + 1 < steps.Count ? steps[i + 1] : null) is { } one)
                read.Add(one);
        }

        return read;
    }
}
