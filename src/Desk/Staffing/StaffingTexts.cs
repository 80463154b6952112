namespace Infoline.Desk.Staffing;

/// <summary>The words of the staffing page.</summary>
public sealed class StaffingTexts;
