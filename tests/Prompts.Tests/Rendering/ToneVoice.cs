using System.Collections.Concurrent;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Rendering;
using Infoline.Prompts.Tests.Audio;

namespace Infoline.Prompts.Tests.Rendering;

/// <summary>A voice that hums: as long as its text is, too softly and with silence around, so that finishing shows.</summary>
internal sealed class ToneVoice(RecordingOrigin origin = RecordingOrigin.Demo) : IVoice
{
    private readonly ConcurrentQueue<string> _spoken = new();

    public RecordingOrigin Origin => origin;

    public int Parallel => 2;

    /// <summary>What it was asked to say.</summary>
    public IReadOnlyCollection<string> Spoken => _spoken;

    /// <summary>The text at which it fails.</summary>
    public string? FailsAt { get; init; }

    public Task<Sound> SpeakAsync(Language language, string text, CancellationToken cancellationToken)
    {
        if (string.Equals(text, FailsAt, StringComparison.Ordinal))
            throw new RenderException("The voice is hoarse.");
        _spoken.Enqueue(text);
        return Task.FromResult(new Sound([.. Tones.Silence(0.6), .. Tones.Sine(0.3 + text.Length * 0.02, 0.05), .. Tones.Silence(0.6)]));
    }
}
