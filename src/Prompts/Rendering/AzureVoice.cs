using System.Globalization;
using System.Xml.Linq;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;
using Microsoft.CognitiveServices.Speech;

namespace Infoline.Prompts.Rendering;

/// <summary>The neural voices of Azure Speech, a little slower than their own pace.</summary>
internal sealed class AzureVoice(SpeechConfig service) : IVoice
{
    /// <summary>What the service is set up with, in the environment: the key never stands on a command line or in a file.</summary>
    public const string KeyVariable = "AZURE_SPEECH_KEY";

    public const string RegionVariable = "AZURE_SPEECH_REGION";

    /// <summary>The address of a private endpoint, instead of a region.</summary>
    public const string HostVariable = "AZURE_SPEECH_HOST";

    private const string Rate = "-8%";

    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";

    public RecordingOrigin Origin => RecordingOrigin.Neural;

    public int Parallel => 4;

    /// <summary>The voice as the environment sets it up; null when it does not.</summary>
    /// <exception cref="RenderException">It is set up by half.</exception>
    public static AzureVoice? FromEnvironment(Func<string, string?> environment)
    {
        if (environment(KeyVariable) is not { Length: > 0 } key)
            return null;
        if (environment(HostVariable) is { Length: > 0 } host)
        {
            return Uri.TryCreate(host, UriKind.Absolute, out var address)
                ? new AzureVoice(SpeechConfig.FromHost(address, key))
                : throw new RenderException($"{HostVariable} is not an address; write one like https://speech.example.org.");
        }

        return environment(RegionVariable) is { Length: > 0 } region
            ? new AzureVoice(SpeechConfig.FromSubscription(key, region))
            : throw new RenderException($"{KeyVariable} is set but {RegionVariable} is not; set it to the region of the key, like westeurope.");
    }

    /// <summary>The voice's name and everything that changes its sound.</summary>
    public static string Name(Language language) => $"{VoiceOf(language)} {Rate}";

    public async Task<Sound> SpeakAsync(Language language, string text, CancellationToken cancellationToken)
    {
        service.SetSpeechSynthesisOutputFormat(SpeechSynthesisOutputFormat.Riff8Khz8BitMonoMULaw);
        using var synthesizer = new SpeechSynthesizer(service, null);
        using var result = await synthesizer.SpeakSsmlAsync(SsmlOf(language, text)).WaitAsync(cancellationToken);
        if (result.Reason != ResultReason.SynthesizingAudioCompleted)
            throw new RenderException(Why(SpeechSynthesisCancellationDetails.FromResult(result)));
        return WavFile.Read(result.AudioData) is WavReading.Readable { File: var file } && StoredSound.Unpack(file) is { } sound
            ? sound
            : throw new RenderException("Azure Speech sent audio in another form than was asked for.");
    }

    private static string SsmlOf(Language language, string text) => new XElement(
        Ssml + "speak",
        new XAttribute("version", "1.0"),
        new XAttribute(XNamespace.Xml + "lang", language.Tag()),
        new XElement(Ssml + "voice", new XAttribute("name", VoiceOf(language)), new XElement(Ssml + "prosody", new XAttribute("rate", Rate), text)))
        .ToString(SaveOptions.DisableFormatting);

    private static string VoiceOf(Language language) => language switch
    {
        Language.Polish => "pl-PL-ZofiaNeural",
        Language.English => "en-GB-SoniaNeural",
        Language.Ukrainian => "uk-UA-PolinaNeural",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    private static string Why(SpeechSynthesisCancellationDetails details) => details.ErrorCode switch
    {
        CancellationErrorCode.AuthenticationFailure or CancellationErrorCode.Forbidden =>
            $"Azure Speech does not accept the key; check {KeyVariable} and that {RegionVariable} is the key's region.",
        CancellationErrorCode.TooManyRequests => "Azure Speech has had too many requests on this key; what is rendered is kept, run the command again in a minute.",
        CancellationErrorCode.ServiceTimeout => "Azure Speech did not answer in time; what is rendered is kept, run the command again.",
        CancellationErrorCode.ConnectionFailure => $"Azure Speech cannot be reached; check the network and {RegionVariable}.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Azure Speech refused a text ({details.ErrorCode}): {details.ErrorDetails}"),
    };
}
