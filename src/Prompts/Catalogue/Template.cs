using System.Text.RegularExpressions;
using Infoline.Prompts.Grammar;

namespace Infoline.Prompts.Catalogue;

/// <summary>A text with its placeholders: literal words and placeholders in the order in which they are said.</summary>
internal sealed partial class Template
{
    private Template(string text, IReadOnlyList<TemplatePart> parts)
    {
        Text = text;
        Parts = parts;
        Placeholders = [.. parts.OfType<Placeholder>()];
        Segments = [.. parts.OfType<Segment>()];
    }

    /// <summary>The text with single spaces.</summary>
    public string Text { get; }

    public IReadOnlyList<TemplatePart> Parts { get; }

    public IReadOnlyList<Placeholder> Placeholders { get; }

    /// <summary>The literal stretches, each recorded by itself.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Reads a text; the faults found in it are added to the list, and null is returned when there are any.</summary>
    public static Template? Parse(string text, long line, FaultList faults)
    {
        var before = faults.Faults.Count;
        var single = Space().Replace(text, " ").Trim();
        var parts = new List<TemplatePart>();
        var done = 0;
        foreach (Match match in Braces().Matches(single))
        {
            AddSegment(parts, single[done..match.Index]);
            if (ReadPlaceholder(match.Groups["inside"].Value, line, faults) is { } placeholder)
                parts.Add(placeholder);
            CheckSurroundings(single, match, line, faults);
            done = match.Index + match.Length;
        }

        AddSegment(parts, single[done..]);
        if (Braces().Replace(single, "").AsSpan().IndexOfAny('{', '}') >= 0)
            faults.Add(line, TextProblem.LoneBrace, "", "a brace stands alone", "write a placeholder as {name:kind}, and no braces elsewhere");
        return faults.Faults.Count == before ? new Template(single, parts) : null;
    }

    /// <summary>Reads a text that must say something.</summary>
    public static Template? Read(string text, long line, FaultList faults)
    {
        if (Parse(text, line, faults) is not { } template)
            return null;
        if (template.Parts.Count > 0)
            return template;
        faults.Add(line, TextProblem.NoWords, "", "the text has no words", "write what is to be said");
        return null;
    }

    /// <summary>
    /// The literal text between two placeholders is one segment. Punctuation at its start belongs to the words before it;
    /// a stretch of nothing but punctuation is no segment.
    /// </summary>
    private static void AddSegment(List<TemplatePart> parts, string literal)
    {
        var words = literal.AsSpan().TrimStart().TrimStart(ClosingMarks).ToString();
        var marks = literal[..^words.Length].Trim();
        if (marks.Length > 0 && parts.Count > 0)
            parts[^1] = parts[^1] with { MarksAfter = marks };
        else
            words = literal;
        if (words.Any(char.IsLetterOrDigit))
            parts.Add(new Segment(words.Trim(), parts.OfType<Segment>().Count() + 1));
    }

    private static Placeholder? ReadPlaceholder(string inside, long line, FaultList faults)
    {
        var shape = PlaceholderShape().Match(inside);
        if (!shape.Success)
        {
            faults.Add(line, TextProblem.NotAPlaceholder, $"{{{inside}}}", $"'{{{inside}}}' is not a placeholder", "write {name:kind} or {name:kind.form}, like {wait:minutes}");
            return null;
        }

        if (!PlaceholderKinds.TryParse(shape.Groups["kind"].Value, out var kind))
        {
            faults.Add(line, TextProblem.NotAPlaceholder, $"{{{inside}}}", $"'{shape.Groups["kind"].Value}' is not a kind of placeholder", $"write one of {PlaceholderKinds.Names}");
            return null;
        }

        var form = SpokenForm.Plain;
        var formName = shape.Groups["form"].Value;
        if (formName.Length > 0 && (!SpokenForms.TryParse(formName, out form) || !kind.Forms().Contains(form)))
        {
            var known = string.Join(", ", kind.Forms().Skip(1).Select(f => $"{kind.Name()}.{f.Name()}"));
            faults.Add(line, TextProblem.NoSuchForm, $"{{{inside}}}", $"'{kind.Name()}' has no form '{formName}'", known.Length > 0 ? $"write {kind.Name()} alone or one of {known}" : $"write {kind.Name()} alone");
            return null;
        }

        return new Placeholder(shape.Groups["name"].Value, kind, form);
    }

    /// <summary>A placeholder is spoken as words of its own, so it may not be glued to others.</summary>
    private static void CheckSurroundings(string text, Match match, long line, FaultList faults)
    {
        var end = match.Index + match.Length;
        if (match.Index > 0 && text[match.Index - 1] != ' ')
            faults.Add(line, TextProblem.Glued, match.Value, $"'{match.Value}' has no space before it", "set a space before a placeholder");
        if (end < text.Length && text[end] != ' ' && !ClosingMarks.Contains(text[end]))
            faults.Add(line, TextProblem.Glued, match.Value, $"'{match.Value}' has no space after it", "set a space or a punctuation mark after a placeholder");
    }

    private const string ClosingMarks = ".,;:!?…";

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"\{(?<inside>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9-]*):(?<kind>[a-z-]+)(\.(?<form>[a-z-]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceholderShape();
}

/// <summary>A part of a text, with the punctuation that follows it.</summary>
internal abstract record TemplatePart
{
    public string MarksAfter { get; init; } = "";
}

/// <summary>Literal words; <paramref name="Number"/> counts from 1 within the text.</summary>
internal sealed record Segment(string Text, int Number) : TemplatePart;

internal sealed record Placeholder(string Name, PlaceholderKind Kind, SpokenForm Form) : TemplatePart;
