namespace Infoline.Prompts.Rendering;

/// <summary>Nothing can be rendered as things stand; the message is one sentence that says what to do.</summary>
internal sealed class RenderException(string message, Exception? inner = null) : Exception(message, inner);
