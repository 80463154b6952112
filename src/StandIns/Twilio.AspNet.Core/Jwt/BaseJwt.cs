using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Twilio.Jwt;

/// <summary>A JSON Web Token signed with HMAC-SHA256, as RFC 7519 and RFC 7515 have it.</summary>
public abstract class BaseJwt
{
    /// <summary>HS256 asks for a key as long as its hash (RFC 7518, 3.2).</summary>
    private const int ShortestSecret = 32;

    private readonly string _secret;
    private readonly string _issuer;
    private readonly DateTime _expiration;

    /// <summary>A token that is signed by the issuer with its secret and holds until it expires.</summary>
    protected BaseJwt(string secret, string issuer, DateTime expiration)
    {
        _secret = secret;
        _issuer = issuer;
        _expiration = expiration;
    }

    public virtual string? Id => null;

    public virtual string? Subject => null;

    /// <summary>From when on it holds.</summary>
    public virtual DateTime? Nbf => null;

    /// <summary>What the header says beyond the algorithm.</summary>
    public abstract Dictionary<string, object> Headers { get; }

    /// <summary>What the token says beyond issuer, subject, identifier and times.</summary>
    public abstract Dictionary<string, object> Claims { get; }

    /// <summary>The signed token in its compact form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The secret has less than 32 bytes.</exception>
    public string ToJwt()
    {
        var key = Encoding.UTF8.GetBytes(_secret);
#pragma warning disable MA0015 // The secret was a parameter of the constructor; the vendor's library throws here, too.
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, ShortestSecret, "secret");
#pragma warning restore MA0015
        var header = new Dictionary<string, object>(StringComparer.Ordinal) { ["alg"] = "HS256", ["typ"] = "JWT" };
        foreach (var (name, value) in Headers)
            header[name] = value;

        var payload = new Dictionary<string, object>(StringComparer.Ordinal) { ["iss"] = _issuer, ["exp"] = ConvertToUnixTimestamp(_expiration) };
        if (Id is not null)
            payload["jti"] = Id;
        if (Subject is not null)
            payload["sub"] = Subject;
        if (Nbf is { } start)
            payload["nbf"] = ConvertToUnixTimestamp(start);
        foreach (var (name, value) in Claims)
            payload[name] = value;

        var signed = $"{Encoded(header)}.{Encoded(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Whole seconds since 1970 in UTC.</summary>
    public static long ConvertToUnixTimestamp(DateTime date) => new DateTimeOffset(date.ToUniversalTime()).ToUnixTimeSeconds();

    private static string Encoded(Dictionary<string, object> json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
