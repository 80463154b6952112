namespace Infoline.Desk.History;

/// <summary>The words of the history.</summary>
public sealed class HistoryTexts;
