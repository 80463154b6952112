namespace Infoline.Ivr.Conversations;

/// <summary>How a call ended, in words, by the name of the outcome.</summary>
internal sealed class OutcomeTexts;
