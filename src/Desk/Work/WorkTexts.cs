namespace Infoline.Desk.Work;

/// <summary>The words of a consultant's desk.</summary>
public sealed class WorkTexts;
