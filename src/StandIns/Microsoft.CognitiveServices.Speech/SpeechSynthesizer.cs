using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Microsoft.CognitiveServices.Speech;

/// <summary>
/// Turns text into speech over the service's REST interface: a token for ten minutes, then one request for each text.
/// Source: "Text to speech REST API", learn.microsoft.com.
/// </summary>
/// <remarks>A refusal is a result with the reason <see cref="ResultReason.Canceled"/>, never an exception.</remarks>
public sealed class SpeechSynthesizer : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";

    private readonly SpeechConfig _config;

    /// <summary>A synthesizer whose audio is returned with the result.</summary>
    /// <param name="speechConfig">The service.</param>
    /// <param name="audioConfig">Where else the audio should go; this stand-in plays it nowhere, so it is null.</param>
    public SpeechSynthesizer(SpeechConfig speechConfig, Audio.AudioConfig? audioConfig)
    {
        ArgumentNullException.ThrowIfNull(speechConfig);
        _config = speechConfig;
        if (audioConfig is not null)
            throw new NotSupportedException("This stand-in returns audio with the result and plays it nowhere.");
    }

    /// <summary>Speaks plain text in the voice of the configuration.</summary>
    public Task<SpeechSynthesisResult> SpeakTextAsync(string text) => SpeakSsmlAsync(new XElement(
        Ssml + "speak",
        new XAttribute("version", "1.0"),
        new XAttribute(XNamespace.Xml + "lang", _config.SpeechSynthesisLanguage ?? "en-US"),
        new XElement(Ssml + "voice", new XAttribute("name", _config.SpeechSynthesisVoiceName ?? "en-US-AvaMultilingualNeural"), text)).ToString(SaveOptions.DisableFormatting));

    /// <summary>Speaks a document of the Speech Synthesis Markup Language.</summary>
    public async Task<SpeechSynthesisResult> SpeakSsmlAsync(string ssml)
    {
        ArgumentNullException.ThrowIfNull(ssml);
        using var patience = new CancellationTokenSource(_config.FrameTimeout);
        try
        {
            if (_config.Service.Token is not { } token)
            {
                using var issued = await Http.SendAsync(_config.Service.AskForToken(), patience.Token);
                if (!issued.IsSuccessStatusCode)
                    return await RefusedAsync(issued, patience.Token);
                _config.Service.Token = token = await issued.Content.ReadAsStringAsync(patience.Token);
            }

            using var response = await Http.SendAsync(SynthesisRequest(ssml, token), patience.Token);
            return response.IsSuccessStatusCode
                ? SpeechSynthesisResult.Of(await response.Content.ReadAsByteArrayAsync(patience.Token))
                : await RefusedAsync(response, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return SpeechSynthesisResult.Refused(CancellationErrorCode.ServiceTimeout, "The service did not answer in time.");
        }
        catch (HttpRequestException unreachable)
        {
            return SpeechSynthesisResult.Refused(CancellationErrorCode.ConnectionFailure, unreachable.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The connections are shared by all synthesizers.
    }

    private HttpRequestMessage SynthesisRequest(string ssml, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _config.Service.Synthesis) { Content = new StringContent(ssml, Encoding.UTF8, "application/ssml+xml") };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.UserAgent.ParseAdd("Infoline");
        request.Headers.Add("X-Microsoft-OutputFormat", _config.OutputFormat switch
        {
            SpeechSynthesisOutputFormat.Riff8Khz8BitMonoMULaw => "riff-8khz-8bit-mono-mulaw",
            SpeechSynthesisOutputFormat.Riff16Khz16BitMonoPcm => "riff-16khz-16bit-mono-pcm",
            var other => throw new NotSupportedException($"This stand-in does not know the form {other}."),
        });
        return request;
    }

    private static async Task<SpeechSynthesisResult> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => CancellationErrorCode.AuthenticationFailure,
            HttpStatusCode.Forbidden => CancellationErrorCode.Forbidden,
            HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType => CancellationErrorCode.BadRequest,
            HttpStatusCode.TooManyRequests => CancellationErrorCode.TooManyRequests,
            HttpStatusCode.ServiceUnavailable => CancellationErrorCode.ServiceUnavailable,
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => CancellationErrorCode.ServiceTimeout,
            _ => CancellationErrorCode.ServiceError,
        };
        var said = await response.Content.ReadAsStringAsync(cancellationToken);
        return SpeechSynthesisResult.Refused(code, string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase} {said}").Trim());
    }
}
