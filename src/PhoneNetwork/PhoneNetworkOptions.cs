namespace Infoline.PhoneNetwork;

/// <summary>How the network is set up.</summary>
public sealed class PhoneNetworkOptions
{
    /// <summary>The account's SID: AC and 32 hexadecimal digits.</summary>
    public string AccountSid { get; set; } = "AC00000000000000000000000000000000";

    /// <summary>The secret with which requests are signed and REST calls are authenticated.</summary>
    public string AuthToken { get; set; } = "a-token-for-this-machine-only";

    /// <summary>API keys that the REST resources accept beside the auth token: secrets by their SIDs.</summary>
    public IDictionary<string, string> ApiKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The hotline's number in E.164.</summary>
    public string Number { get; set; } = "+48220000000";

    /// <summary>Gives the URL asked when the number is called; asked at each call, because a host learns its port late.</summary>
    public Func<Uri>? VoiceUrl { get; set; }

    /// <summary>The method of <see cref="VoiceUrl"/>.</summary>
    public HttpMethod VoiceMethod { get; set; } = HttpMethod.Post;

    /// <summary>Gives the URL asked when a document cannot be had or executed; null when there is none.</summary>
    public Func<Uri>? FallbackUrl { get; set; }

    /// <summary>Gives the URL told when a call to the number ends; null when there is none.</summary>
    public Func<Uri>? StatusCallback { get; set; }

    /// <summary>Further numbers of the account.</summary>
    public IList<PhoneNumber> Numbers { get; } = [];

    /// <summary>Derives a recording's name from its URL; by default the file's name without extension and content hash.</summary>
    public Func<Uri, string> RecordingName { get; set; } = RecordingNames.FromFile;

    /// <summary>Whether keys pressed before a Gather begins count for it.</summary>
    public bool KeysPressedBeforeGatherCount { get; set; } = true;

    /// <summary>
    /// Gives the address under which the REST resources are served, for URLs of recordings; by default the one of
    /// <see cref="TelephoneNetwork.ServeAsync"/>.
    /// </summary>
    public Func<Uri>? RestUrl { get; set; }

    /// <summary>How many calls a second the REST API may begin; the rest is queued. Null for no limit; the vendor's default is 1.</summary>
    public double? CallsPerSecond { get; set; }

    /// <summary>How long after a change the list of conferences shows it; as documented that list is only eventually consistent.</summary>
    public TimeSpan ConferenceListLag { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The time that each request takes to reach the application.</summary>
    public TimeSpan Latency { get; set; }

    internal PhoneNumber MainNumber => new(Number)
    {
        VoiceUrl = VoiceUrl,
        VoiceMethod = VoiceMethod,
        FallbackUrl = FallbackUrl,
        StatusCallback = StatusCallback,
    };
}

/// <summary>A number of the account, and who is asked when it is called.</summary>
/// <param name="Number">The number in E.164.</param>
public sealed record PhoneNumber(string Number)
{
    /// <summary>Gives the URL asked when the number is called.</summary>
    public Func<Uri>? VoiceUrl { get; init; }

    /// <summary>The method of <see cref="VoiceUrl"/>.</summary>
    public HttpMethod VoiceMethod { get; init; } = HttpMethod.Post;

    /// <summary>Gives the URL asked when a document cannot be had or executed.</summary>
    public Func<Uri>? FallbackUrl { get; init; }

    /// <summary>The method of <see cref="FallbackUrl"/>.</summary>
    public HttpMethod FallbackMethod { get; init; } = HttpMethod.Post;

    /// <summary>Gives the URL told when a call to the number ends.</summary>
    public Func<Uri>? StatusCallback { get; init; }
}

internal static class RecordingNames
{
    /// <summary><c>/recordings/pl/greeting.choose.3f9a1c20.wav</c> is greeting.choose: the extension and a hash of eight or more digits go.</summary>
    public static string FromFile(Uri url)
    {
        var name = Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(url.AbsolutePath));
        var dot = name.LastIndexOfAny(['.', '-']);
        return dot > 0 && name.Length - dot - 1 >= 8 && name[(dot + 1)..].All(char.IsAsciiHexDigitLower) ? name[..dot] : name;
    }
}
