using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Rendering;

/// <summary>A synthetic voice.</summary>
internal interface IVoice
{
    /// <summary>What recordings of this voice are; there is one voice of each kind.</summary>
    RecordingOrigin Origin { get; }

    /// <summary>How many texts may be spoken at the same time.</summary>
    int Parallel { get; }

    /// <summary>Speaks a text at the telephone's rate, not yet levelled.</summary>
    /// <exception cref="RenderException">The voice cannot speak; the message says what to do.</exception>
    Task<Sound> SpeakAsync(Language language, string text, CancellationToken cancellationToken);
}
