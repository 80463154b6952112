using System.Diagnostics;

namespace Microsoft.CognitiveServices.Speech;

/// <summary>The two addresses of the service: where a key is changed for a token, and where text becomes speech.</summary>
internal sealed class SpeechService
{
    private const string TokenPath = "sts/v1.0/issueToken";
    private const string SynthesisPath = "cognitiveservices/v1";

    /// <summary>A token lasts ten minutes.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(9);

    private readonly Uri _tokens;
    private (string Token, long Since)? _token;

    private SpeechService(string key, string region, Uri tokens, Uri synthesis) => (Key, Region, _tokens, Synthesis) = (key, region, tokens, synthesis);

    public string Key { get; }

    public string Region { get; }

    public Uri Synthesis { get; }

    /// <summary>The token in use, if it still lasts.</summary>
    public string? Token
    {
        get => _token is { } kept && Stopwatch.GetElapsedTime(kept.Since) < TokenLife ? kept.Token : null;
        set => _token = value is null ? null : (value, Stopwatch.GetTimestamp());
    }

    public static SpeechService InRegion(string key, string region) => new(
        key,
        region,
        new Uri($"https://{region}.api.cognitive.microsoft.com/{TokenPath}"),
        new Uri($"https://{region}.tts.speech.microsoft.com/{SynthesisPath}"));

    public static SpeechService At(string key, Uri host) => new(key, "", new Uri(host, "/" + TokenPath), new Uri(host, "/" + SynthesisPath));

    public HttpRequestMessage AskForToken()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _tokens) { Content = new ByteArrayContent([]) };
        request.Headers.Add("Ocp-Apim-Subscription-Key", Key);
        return request;
    }
}
