using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;
using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Ivr.Voice;

/// <summary>The prompts that the life of a call needs by name, beside those that the menu names.</summary>
internal static class CallPrompts
{
    public static readonly PromptKey GreetingChoose = PromptKey.Of("greeting.choose");
    public static readonly PromptKey GreetingDefault = PromptKey.Of("greeting.default");
    public static readonly PromptKey KeysFull = PromptKey.Of("keys.full");
    public static readonly PromptKey KeysBrief = PromptKey.Of("keys.brief");
    public static readonly PromptKey ChoicesAgain = PromptKey.Of("choices.again");
    public static readonly PromptKey WrongKey = PromptKey.Of("wrong-key");
    public static readonly PromptKey BackNothing = PromptKey.Of("back.nothing");
    public static readonly PromptKey NoInputConsultant = PromptKey.Of("no-input.consultant");
    public static readonly PromptKey NoInputClosed = PromptKey.Of("no-input.closed");
    public static readonly PromptKey AgentUnavailable = PromptKey.Of("agent.unavailable");
    public static readonly PromptKey ErrorSorry = PromptKey.Of("error.sorry");
    public static readonly PromptKey Goodbye = PromptKey.Of("goodbye");

    private static readonly PromptKey ClosedBeforeHours = PromptKey.Of("closed.before-hours");
    private static readonly PromptKey ClosedAfterHours = PromptKey.Of("closed.after-hours");
    private static readonly PromptKey ClosedWeekend = PromptKey.Of("closed.weekend");
    private static readonly PromptKey ClosedHoliday = PromptKey.Of("closed.holiday");
    private static readonly PromptKey ClosedClosure = PromptKey.Of("closed.closure");
    private static readonly PromptKey[] PressKeys = [.. Enumerable.Range(1, 9).Select(digit => Numbered("press", digit))];
    private static readonly PromptKey[] DigitKeys = [.. Enumerable.Range(0, 10).Select(digit => Numbered("digit", digit))];

    /// <summary>"Press three", for the keys 1 to 9.</summary>
    public static PromptKey Press(char key) => PressKeys[key - '1'];

    /// <summary>"Three", for the keys 0 to 9.</summary>
    public static PromptKey Digit(char key) => DigitKeys[key - '0'];

    /// <summary>What says why consultants do not answer now.</summary>
    public static PromptKey Closed(ClosedReason reason) => reason switch
    {
        ClosedReason.BeforeHours => ClosedBeforeHours,
        ClosedReason.AfterHours => ClosedAfterHours,
        ClosedReason.Weekend => ClosedWeekend,
        ClosedReason.Holiday => ClosedHoliday,
        ClosedReason.Closure => ClosedClosure,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    /// <summary>The values of <see cref="WrongKey"/>.</summary>
    public static IReadOnlyDictionary<string, Spoken> WrongKeyArguments(char key) =>
        new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["key"] = Spoken.Digits(key.ToString()) };

    /// <summary>The values of <see cref="Closed"/>: when consultants are back.</summary>
    public static IReadOnlyDictionary<string, Spoken> ClosedArguments(DateOnly day, TimeOnly at) => new Dictionary<string, Spoken>(StringComparer.Ordinal)
    {
        ["from"] = Spoken.Time(at),
        ["date"] = Spoken.Date(day),
        ["weekday"] = Spoken.Weekday(day.DayOfWeek),
    };

    /// <summary>Every prompt that this class names is in the catalogue, and asks for no value that it would not be given.</summary>
    public static IEnumerable<ContentFault> Faults(PromptLibrary library)
    {
        var named = typeof(CallPrompts).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(field => field.GetValue(null) switch { PromptKey key => [key], PromptKey[] keys => keys, _ => Array.Empty<PromptKey>() });
        return named.SelectMany(key => FaultsOf(library, key, Given(key)));
    }

    /// <summary>The prompt is in the catalogue, and asks for no value that it would not be given.</summary>
    public static IEnumerable<ContentFault> FaultsOf(PromptLibrary library, PromptKey key, IReadOnlyDictionary<string, Spoken> given)
    {
        if (!library.Contains(key))
        {
            return [new ContentFault("prompts", 0, $"the call needs prompt '{key}', which the catalogue does not have", "add it to a file under prompts/")];
        }

        var prompt = library.Find(key);
        return prompt.Placeholders
            .Where(placeholder => !given.TryGetValue(placeholder.Key, out var value) || value.Kind != placeholder.Value)
            .Select(placeholder => new ContentFault(
                prompt.File,
                prompt.Line,
                $"prompt '{key}' asks for '{placeholder.Key}', which the call cannot tell here",
                given.Count == 0 ? "write the sentence without a placeholder" : $"use only {string.Join(", ", given.Keys)}"));
    }

    private static IReadOnlyDictionary<string, Spoken> Given(PromptKey key) =>
        key == WrongKey ? WrongKeyArguments('1')
        : Enum.GetValues<ClosedReason>().Select(Closed).Contains(key) ? ClosedArguments(new DateOnly(2026, 1, 2), new TimeOnly(8, 0))
        : ReadOnlyDictionary<string, Spoken>.Empty;

    private static PromptKey Numbered(string family, int digit) => PromptKey.Of(string.Create(CultureInfo.InvariantCulture, $"{family}.{digit}"));
}
