namespace Infoline.Desk.Wording;

/// <summary>The words of the page on which editors change what callers hear.</summary>
public sealed class WordingTexts;
