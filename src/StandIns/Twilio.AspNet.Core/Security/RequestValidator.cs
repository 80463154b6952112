using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security;

/// <summary>Tells whether a request was signed with the account's auth token.</summary>
/// <remarks>
/// The signature is base64(HMAC-SHA1(token, URL + each form parameter's name and value, names in ordinal order)).
/// See https://www.twilio.com/docs/usage/security. Safe to use from many threads.
/// </remarks>
public class RequestValidator
{
    private readonly byte[] _secret;

    /// <summary>A validator for the account's primary auth token.</summary>
    public RequestValidator(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        _secret = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>Whether the signature is right for the URL, with or without a port, and the form; a name given twice has its values joined by a comma.</summary>
    /// <exception cref="ArgumentException">The URL or the signature is missing.</exception>
    public bool Validate(string url, NameValueCollection parameters, string expected)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var pairs = new KeyValuePair<string, string>[parameters.Count];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = new(parameters.GetKey(i) ?? "", parameters[i] ?? "");
        return ValidateUnsorted(url, pairs, expected);
    }

    /// <summary>Whether the signature is right for the URL, with or without a port, and the form.</summary>
    /// <exception cref="ArgumentException">The URL or the signature is missing.</exception>
    public bool Validate(string url, IDictionary<string, string>? parameters, string expected) =>
        ValidateUnsorted(url, parameters is null ? [] : [.. parameters], expected);

    /// <summary>Whether the signature is right for the URL and the body for the <c>bodySHA256</c> in it.</summary>
    /// <exception cref="ArgumentException">The URL or the signature is missing.</exception>
    public bool Validate(string url, string body, string expected) =>
        ValidateUnsorted(url, [], expected) && ValidateBody(body, SignedUrl.BodyHash(url) ?? "");

    /// <summary>Whether the body has the given SHA-256, in small hexadecimal digits.</summary>
    public static bool ValidateBody(string rawBody, string expected)
    {
        ArgumentNullException.ThrowIfNull(rawBody);
        var actual = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawBody)));
        return expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(actual), Encoding.UTF8.GetBytes(expected));
    }

    private bool ValidateUnsorted(string url, KeyValuePair<string, string>[] parameters, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(expected);
        Array.Sort(parameters, RequestSignature.ByName);
        return IsSigned(url, parameters, expected);
    }

    /// <summary>The same for parameters already in ordinal order of their names.</summary>
    internal bool IsSigned(string url, ReadOnlySpan<KeyValuePair<string, string>> parameters, string expected)
    {
        if (RequestSignature.Matches(_secret, url, parameters, expected))
            return true;
        // Twilio itself is not consistent about the port, so what it may have signed is tried as well.
        foreach (var variation in SignedUrl.PortVariations(url))
        {
            if (RequestSignature.Matches(_secret, variation, parameters, expected))
                return true;
        }

        return false;
    }
}
