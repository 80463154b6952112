namespace Infoline.Desk.Administration;

/// <summary>The words of the administrator's pages.</summary>
public sealed class AdministrationTexts;
