using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infoline.Benchmarks.Voice;

/// <summary>Requests as the vendor sends them when a caller presses a key: every field of a call, and a signature over all of it.</summary>
internal static class SignedWebhooks
{
    public const string AuthToken = "0123456789abcdef0123456789abcdef";

    /// <summary>As many calls as go on at a time; the requests are used in turn.</summary>
    private const int Calls = 1000;

    private const string Path = "/voice/menu/pl/apply?step=3&told=1&via=main";

    /// <summary>Whole HTTP requests, ready to be sent.</summary>
    public static byte[][] For(Uri address) => [.. Enumerable.Range(0, Calls).Select(call => Request(address, call))];

    private static byte[] Request(Uri address, int call)
    {
        var form = Form(call);
        var body = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        var url = new Uri(address, Path);
        return Encoding.ASCII.GetBytes(
            $"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
            + $"Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: {body.Length}\r\n"
            + $"I-Twilio-Idempotency-Token: {new Guid(call, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8])}\r\n"
            + $"X-Twilio-Signature: {Sign(url.AbsoluteUri, form)}\r\n\r\n{body}");
    }

    private static SortedDictionary<string, string> Form(int call) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = "AC00000000000000000000000000000000",
        ["ApiVersion"] = "2010-04-01",
        ["CallSid"] = string.Create(CultureInfo.InvariantCulture, $"CA{call:x32}"),
        ["CallStatus"] = "in-progress",
        ["Called"] = "+48426641797",
        ["CalledCity"] = "",
        ["CalledCountry"] = "PL",
        ["CalledState"] = "",
        ["CalledZip"] = "",
        ["Caller"] = string.Create(CultureInfo.InvariantCulture, $"+48600{call:000000}"),
        ["CallerCity"] = "",
        ["CallerCountry"] = "PL",
        ["CallerState"] = "",
        ["CallerZip"] = "",
        ["Digits"] = "3",
        ["Direction"] = "inbound",
        ["FinishedOnKey"] = "",
        ["From"] = string.Create(CultureInfo.InvariantCulture, $"+48600{call:000000}"),
        ["FromCity"] = "",
        ["FromCountry"] = "PL",
        ["FromState"] = "",
        ["FromZip"] = "",
        ["To"] = "+48426641797",
        ["ToCity"] = "",
        ["ToCountry"] = "PL",
        ["ToState"] = "",
        ["ToZip"] = "",
        ["msg"] = "Gather End",
    };

    [SuppressMessage("Security", "CA5350", Justification = "The vendor's protocol prescribes SHA-1.")]
    private static string Sign(string url, SortedDictionary<string, string> form)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in form)
        {
            text.Append(name).Append(value);
        }

        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
