namespace Infoline.Desk.Knowledge;

/// <summary>The words of the knowledge page.</summary>
public sealed class KnowledgeTexts;
