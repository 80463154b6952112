using System.Globalization;
using Infoline.PhoneNetwork.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>The fields of a request: form fields of a POST, or the query of a GET. Every field can hold anything.</summary>
internal sealed class RestForm(IReadOnlyDictionary<string, string[]> fields)
{
    public static async Task<RestForm> ReadAsync(HttpRequest request)
    {
        var fields = request.Query.ToDictionary(field => field.Key, field => field.Value.Where(v => v is not null).Select(v => v!).ToArray(), StringComparer.Ordinal);
        if (request.HasFormContentType)
        {
            foreach (var (name, values) in await request.ReadFormAsync())
                fields[name] = [.. values.Where(v => v is not null).Select(v => v!)];
        }

        return new RestForm(fields);
    }

    public bool Has(string name) => fields.ContainsKey(name);

    public string Text(string name) => fields.GetValueOrDefault(name) is [var first, ..] ? first : "";

    /// <summary>A field that may come several times, or once with spaces between.</summary>
    public IReadOnlySet<string> Words(string name) =>
        fields.GetValueOrDefault(name, []).SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);

    public bool? Flag(string name) => Has(name) ? Text(name).Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    public TimeSpan Seconds(string name, int otherwise, int min, int max)
    {
        if (Text(name) is not { Length: > 0 } text)
            return TimeSpan.FromSeconds(otherwise);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= min && seconds <= max
            ? TimeSpan.FromSeconds(seconds)
            : throw RestError.Bad(20001, $"{name} must be a whole number from {min} to {max}");
    }

    public HttpMethod Method(string name, string otherwise = "POST") => (Text(name) is { Length: > 0 } text ? text : otherwise).ToUpperInvariant() switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        _ => throw RestError.Bad(20001, $"{name} must be GET or POST"),
    };

    /// <summary>A URL with its method; null when there is none.</summary>
    public DocumentSource.FromUrl? Document(string name, string methodName, string otherwise = "POST")
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new DocumentSource.FromUrl(url, Method(methodName, otherwise))
            : throw RestError.Bad(21205, $"{name} is not a valid URL: {text}");
    }

    public StatusCallback? Callback(string prefix, params string[] otherwise)
    {
        if (Document(prefix, prefix + "Method") is not { } to)
            return null;
        var events = Words(prefix + "Event");
        return new StatusCallback(to.Url, to.Method, events.Count > 0 ? events : otherwise.ToHashSet(StringComparer.Ordinal));
    }
}
