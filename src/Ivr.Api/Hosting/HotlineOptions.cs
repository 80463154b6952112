using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Hosting;

/// <summary>The settings of the line, under <c>Hotline</c>.</summary>
internal sealed class HotlineOptions
{
    public const string Section = "Hotline";

    /// <summary>The number that callers dial, in E.164.</summary>
    public string Number { get; set; } = "";

    /// <summary>
    /// The address under which the network calls the webhooks, when it differs from the one that the host sees; requests are
    /// signed with it. Empty: the host's own address, or the one that a known proxy forwards.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// The secret with which callers' numbers become keys that do not tell them; at least 32 characters. Changing it makes
    /// returning callers new ones.
    /// </summary>
    public string PrivacyKey { get; set; } = "";

    /// <summary>The folder of recordings; empty: the folder <c>recordings</c> beside the host or above it.</summary>
    public string RecordingsFolder { get; set; } = "";

    /// <summary>Consultants answer at any hour, whatever the opening hours say: so that the line can be tried in the evening. On in development.</summary>
    public bool AlwaysOpen { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of proxies whose forwarded headers are believed; nobody else's are.</summary>
    public IList<string> KnownProxies { get; } = [];
}

/// <summary>Says of each wrong setting in one sentence which key it is, what is wrong, and what a right value looks like.</summary>
internal sealed partial class HotlineOptionsCheck : IValidateOptions<HotlineOptions>
{
    public ValidateOptionsResult Validate(string? name, HotlineOptions options)
    {
        List<string> faults = [];
        if (!Number().IsMatch(options.Number))
        {
            faults.Add($"Hotline:Number is '{options.Number}', which is not a telephone number in international form; write for example +48426641797.");
        }

        if (options.PublicUrl.Length > 0 && !(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.PathAndQuery is "/"))
        {
            faults.Add($"Hotline:PublicUrl is '{options.PublicUrl}', which is not the address of a site; write for example https://infoline.example.gov.pl.");
        }

        if (options.PrivacyKey.Length < 32)
        {
            faults.Add("Hotline:PrivacyKey is shorter than 32 characters, so callers' numbers could be found again from their keys; write a random text, for example the output of 'openssl rand -hex 32', in the environment variable Hotline__PrivacyKey.");
        }

        if (options.RecordingsFolder.Length > 0 && !Directory.Exists(options.RecordingsFolder))
        {
            faults.Add($"Hotline:RecordingsFolder is '{options.RecordingsFolder}', which is not a folder here; write for example /var/lib/infoline/recordings.");
        }

        foreach (var proxy in options.KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
        {
            faults.Add($"Hotline:KnownProxies has '{proxy}', which is neither an IP address nor a network; write for example 10.0.0.5 or 10.0.0.0/8.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();
}
