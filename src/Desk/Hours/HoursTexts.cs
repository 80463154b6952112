namespace Infoline.Desk.Hours;

/// <summary>The words of the page of opening hours and announcements.</summary>
public sealed class HoursTexts;
