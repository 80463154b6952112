namespace Microsoft.CognitiveServices.Speech.Audio;

/// <summary>Where audio goes besides the result. Only null is in use, which plays it nowhere.</summary>
public sealed class AudioConfig : IDisposable
{
    private AudioConfig()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }
}
