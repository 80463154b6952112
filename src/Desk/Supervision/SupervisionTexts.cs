namespace Infoline.Desk.Supervision;

/// <summary>The words of the boards.</summary>
public sealed class SupervisionTexts;
