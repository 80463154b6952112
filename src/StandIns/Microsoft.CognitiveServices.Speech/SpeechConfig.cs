using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Microsoft.CognitiveServices.Speech;

/// <summary>Where the speech service is, by what key, and how it should sound.</summary>
public class SpeechConfig
{
    private SpeechConfig(SpeechService service) => Service = service;

    /// <summary>The key of the subscription.</summary>
    public string SubscriptionKey => Service.Key;

    /// <summary>The region, like <c>westeurope</c>; empty when the service was named by its host.</summary>
    public string Region => Service.Region;

    /// <summary>The voice for plain text, like <c>pl-PL-ZofiaNeural</c>; SSML names its own.</summary>
    public string? SpeechSynthesisVoiceName { get; set; }

    /// <summary>The language of plain text, like <c>pl-PL</c>.</summary>
    public string? SpeechSynthesisLanguage { get; set; }

    internal SpeechService Service { get; }

    internal TimeSpan FrameTimeout { get; private set; } = TimeSpan.FromSeconds(10);

    internal SpeechSynthesisOutputFormat OutputFormat { get; private set; } = SpeechSynthesisOutputFormat.Riff16Khz16BitMonoPcm;

    /// <summary>A service in one of Azure's regions.</summary>
    /// <param name="subscriptionKey">The key; not empty.</param>
    /// <param name="region">The region of the key; not empty.</param>
    public static SpeechConfig FromSubscription(string subscriptionKey, string region)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscriptionKey);
        ArgumentException.ThrowIfNullOrEmpty(region);
        return new SpeechConfig(SpeechService.InRegion(subscriptionKey, region));
    }

    /// <summary>A service at an address of its own: a private endpoint or a container.</summary>
    /// <param name="host">The scheme, the host and the port.</param>
    /// <param name="subscriptionKey">The key; not empty.</param>
    public static SpeechConfig FromHost(Uri host, string subscriptionKey)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrEmpty(subscriptionKey);
        return new SpeechConfig(SpeechService.At(subscriptionKey, host));
    }

    /// <summary>Sets what has no method of its own.</summary>
    /// <param name="id">The property; one of those in use.</param>
    /// <param name="value">For the time-out: milliseconds, above 0.</param>
    public void SetProperty(PropertyId id, string value)
    {
        if (id != PropertyId.SpeechSynthesis_FrameTimeoutInterval)
            throw new NotSupportedException($"This stand-in does not know the property {id}.");
        FrameTimeout = TimeSpan.FromMilliseconds(int.Parse(value, CultureInfo.InvariantCulture));
    }

    /// <summary>The form of the audio that is sent back.</summary>
    public void SetSpeechSynthesisOutputFormat(SpeechSynthesisOutputFormat format) => OutputFormat = format;
}

/// <summary>The properties in use.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The vendor's name.")]
public enum PropertyId
{
    /// <summary>How long the service may be silent before the synthesis is given up, in milliseconds.</summary>
    SpeechSynthesis_FrameTimeoutInterval,
}

/// <summary>The forms of audio in use.</summary>
public enum SpeechSynthesisOutputFormat
{
    /// <summary>WAV, 8 kHz, 8 bits, mono, mu-law: what telephone networks carry.</summary>
    Riff8Khz8BitMonoMULaw = 2,

    /// <summary>WAV, 16 kHz, 16 bits, mono, linear: the service's default.</summary>
    Riff16Khz16BitMonoPcm = 6,
}
