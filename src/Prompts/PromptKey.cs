using System.Text.RegularExpressions;

namespace Infoline.Prompts;

/// <summary>
/// The stable name of a prompt, the same in every language: lower-case words, joined by dots and hyphens
/// (<c>fees.stamp-duty</c>). It is the file name of the recording and the subject of every test of what a caller hears.
/// </summary>
public readonly partial record struct PromptKey
{
    private readonly string? _value;

    private PromptKey(string value) => _value = value;

    /// <summary>Reads a key; false for any text that is not one (at most 80 characters).</summary>
    public static bool TryParse(string? text, out PromptKey key)
    {
        if (text is { Length: <= 80 } && Shape().IsMatch(text))
        {
            key = new PromptKey(text);
            return true;
        }

        key = default;
        return false;
    }

    /// <summary>Reads a key that is written in code.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static PromptKey Of(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a prompt key; write lower-case words, like fees.stamp-duty.");

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
