using System.Globalization;
using Twilio.TwiML;
using Twilio.Types;

namespace Twilio.Rest.Wire;

/// <summary>The fields of a form or a query, in the order in which they are added; what is null is left out.</summary>
internal sealed class FormFields : List<KeyValuePair<string, string>>
{
    public void Add(string name, string? value)
    {
        if (value is not null)
            Add(new KeyValuePair<string, string>(name, value));
    }

    public void Add(string name, Uri? value) => Add(name, value is null ? null : TwiMLWriter.Url(value));

    public void Add(string name, Http.HttpMethod? value) => Add(name, value?.ToString());

    public void Add(string name, StringEnum? value) => Add(name, value?.ToString());

    public void Add(string name, IEndpoint? value) => Add(name, value?.ToString());

    public void Add(string name, Twiml? value) => Add(name, value?.ToString());

    public void Add(string name, bool? value) => Add(name, value is { } known ? known ? "true" : "false" : null);

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, decimal? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a UTC instant in ISO 8601.</summary>
    public void Add(string name, DateTime? value) => Add(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a UTC day in ISO 8601.</summary>
    public void AddDay(string name, DateTime? value) => Add(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adds one field for each value.</summary>
    public void Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            Add(name, value);
    }

    /// <summary>Adds one field for each value.</summary>
    public void Add(string name, IEnumerable<Uri>? values)
    {
        foreach (var value in values ?? [])
            Add(name, value);
    }
}
