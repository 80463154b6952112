using System.Globalization;

namespace Infoline.Prompts.Recordings;

/// <summary>Whether what the sentences of a prompt rest on still holds.</summary>
internal static class FactCheck
{
    private const int NoticeDays = 30;

    public static IEnumerable<Finding> Of(Prompt prompt, DateOnly today)
    {
        foreach (var fact in prompt.Facts)
        {
            var where = $"{prompt.File}:{fact.Line}";
            var day = fact.HoldsUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (fact.HoldsUntil < today)
            {
                yield return new Finding(IsWarning: false, where, $"a fact of '{prompt.Key}' held until {day}", $"look it up again ({string.Join(", ", fact.Sources)}) and write the new day")
                {
                    Kind = RecordingProblem.FactOver,
                    Detail = day,
                };
            }
            else if (fact.HoldsUntil.DayNumber - today.DayNumber <= NoticeDays)
            {
                yield return new Finding(IsWarning: true, where, $"a fact of '{prompt.Key}' holds only until {day}", $"look it up again ({string.Join(", ", fact.Sources)})")
                {
                    Kind = RecordingProblem.FactEnding,
                    Detail = day,
                };
            }
        }
    }
}
