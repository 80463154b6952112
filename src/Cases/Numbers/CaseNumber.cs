using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Infoline.Cases.Numbers;

/// <summary>
/// The number of a case (znak sprawy) under the filing instruction for government offices of 18 January 2011: symbol of the unit,
/// class of the file plan, perhaps a sub-number, running number, year, perhaps initials. No symbol and no class is built in. However
/// it is written, with dots, slashes, spaces or hyphens, in small letters or with leading zeros, it is the same number.
/// </summary>
public sealed record CaseNumber
{
    /// <summary>The most digits of a running number.</summary>
    public const int LongestRunning = 7;

    /// <summary>The first year in which numbers of this shape were given.</summary>
    public const int FirstYear = 2011;

    private const int LastYear = 2199;
    private const int MostCharacters = 60;

    private CaseNumber(string text, string headDigits, int running, int year) =>
        (Text, HeadDigits, Running, Year) = (text, headDigits, running, year);

    /// <summary>The number in one way of writing: <c>WSC-II-S.6151.97770.2026</c>. Initials are left out, since they do not tell cases apart.</summary>
    public string Text { get; }

    /// <summary>The running number, from 1.</summary>
    public int Running { get; }

    /// <summary>The year, four digits.</summary>
    public int Year { get; }

    /// <summary>All digits that stand before the running number.</summary>
    public string HeadDigits { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Reads a number however it is written. Total: any text gives a number or the reason in words.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CaseNumber? number, [NotNullWhen(false)] out string? fault)
    {
        (number, fault) = Parse(text ?? "");
        return number is not null;
    }

    private static (CaseNumber?, string?) Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            return (null, $"the case number is longer than {MostCharacters} characters");
        }

        var tokens = Tokens(text.ToUpperInvariant());
        var last = tokens.FindLastIndex(token => char.IsAsciiDigit(token[0]));
        if (last < 2 || tokens[last].Length != 4 || !IsYear(tokens[last], out var year))
        {
            return (null, "the case number does not end with a running number and a year of four digits, like WSC-II-S.6151.97770.2026");
        }

        if (tokens.Count - last > 3)
        {
            return (null, "the case number has more than initials behind the year");
        }

        var runningText = tokens[last - 1].TrimStart('0');
        if (runningText.Length is 0 or > LongestRunning || !int.TryParse(runningText, NumberStyles.None, CultureInfo.InvariantCulture, out var running))
        {
            return (null, $"the running number before the year is not a number of 1 to {LongestRunning} digits");
        }

        var head = tokens[..(last - 1)];
        var symbols = head.TakeWhile(token => !char.IsAsciiDigit(token[0])).ToList();
        IEnumerable<string> parts = symbols.Count > 0 ? [string.Join('-', symbols), .. head.Skip(symbols.Count)] : head;
        var normal = string.Join('.', [.. parts, runningText, tokens[last]]);
        return (new CaseNumber(normal, string.Concat(head.SelectMany(token => token.Where(char.IsAsciiDigit))), running, year), null);
    }

    /// <summary>Whether four digits are the year of a number of this shape.</summary>
    internal static bool IsYear(string digits, out int year) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;

    // Pieces of letters or digits; whatever stands between them is punctuation, and a change from letters to digits ends a piece.
    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            var ends = index == text.Length || !IsPart(text[index]) || (index > start && char.IsAsciiDigit(text[index]) != char.IsAsciiDigit(text[index - 1]));
            if (!ends)
            {
                continue;
            }

            if (index > start)
            {
                tokens.Add(text[start..index]);
            }

            start = index < text.Length && IsPart(text[index]) ? index : index + 1;
        }

        return tokens;
    }

    private static bool IsPart(char character) => char.IsAsciiDigit(character) || char.IsLetter(character);
}
