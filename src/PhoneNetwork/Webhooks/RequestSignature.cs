using System.Security.Cryptography;
using System.Text;

namespace Infoline.PhoneNetwork.Webhooks;

/// <summary>The <c>X-Twilio-Signature</c> of a request, as in Twilio's "Webhooks security".</summary>
internal static class RequestSignature
{
    /// <summary>
    /// Base64 of HMAC-SHA1, keyed with the auth token, over the URL followed by every form field's name and value, sorted by name.
    /// </summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The vendor's protocol prescribes SHA-1.")]
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
