using System.Globalization;
using System.Text.Json;
using Twilio.Exceptions;
using Twilio.Types;

namespace Twilio.Rest.Wire;

/// <summary>The fields of one resource. Twilio writes some numbers as text and adds fields at will, so reading is lenient: what does not fit is null.</summary>
internal readonly struct JsonFields(JsonElement element)
{
    /// <summary>Reads a resource from a response's body.</summary>
    /// <exception cref="ApiException">The body is no JSON object.</exception>
    public static T Read<T>(string json, Func<JsonFields, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return read(new(document.RootElement));
        }
        catch (JsonException fault)
        {
            throw new ApiException(fault.Message, fault);
        }

        throw new ApiException("The answer is no JSON object.");
    }

    public string? Text(string name) => Field(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };

    public int? Integer(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    public decimal? Number(string name) => decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    /// <summary>An instant, which the 2010 API writes as in e-mail: <c>Tue, 24 Nov 2026 11:00:00 +0000</c>.</summary>
    public DateTime? Instant(string name) =>
        DateTime.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value) ? value : null;

    public T? Enum<T>(string name)
        where T : StringEnum, new()
    {
        if (Text(name) is not { } text)
            return null;
        var value = new T();
        value.FromString(text);
        return value;
    }

    public Uri? Address(string name) => Uri.TryCreate(Text(name), UriKind.RelativeOrAbsolute, out var value) ? value : null;

    public Dictionary<string, string>? Texts(string name) => Field(name) is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal)
        : null;

    public Dictionary<string, object>? Values(string name) => Field(name) is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().ToDictionary(field => field.Name, field => Value(field.Value), StringComparer.Ordinal)
        : null;

    public List<T> Items<T>(string name, Func<JsonFields, T> read) => Field(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => read(new(item)))]
        : [];

    private JsonElement? Field(string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => value.GetRawText(),
    };
}
