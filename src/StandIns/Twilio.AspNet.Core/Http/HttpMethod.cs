namespace Twilio.Http;

/// <summary>An HTTP method, in capitals.</summary>
public class HttpMethod
{
    public static readonly HttpMethod Get = new("GET");
    public static readonly HttpMethod Post = new("POST");
    public static readonly HttpMethod Patch = new("PATCH");
    public static readonly HttpMethod Put = new("PUT");
    public static readonly HttpMethod Delete = new("DELETE");

    private readonly string _value;

    /// <summary>A method by its name, in any case.</summary>
    public HttpMethod(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        _value = method.ToUpperInvariant();
    }

    public static implicit operator HttpMethod(string value) => new(value);

    /// <summary>Equal when the names are.</summary>
    public override bool Equals(object? obj) => obj is HttpMethod other && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name in capitals.</summary>
    public override string ToString() => _value;
}
