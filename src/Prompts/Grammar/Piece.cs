namespace Infoline.Prompts.Grammar;

/// <summary>A fragment that is recorded once and joined with others into a number, a date or a time.</summary>
/// <param name="Key">The name of the recording; begins with <c>piece.</c>.</param>
/// <param name="Text">The words.</param>
internal readonly record struct Piece(string Key, string Text);
