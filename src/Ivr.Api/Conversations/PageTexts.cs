namespace Infoline.Ivr.Conversations;

/// <summary>The words of the text message that brings a page.</summary>
internal sealed class PageTexts;
