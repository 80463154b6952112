namespace Infoline.Desk.Audit;

/// <summary>The words of the audit.</summary>
public sealed class AuditTexts;
