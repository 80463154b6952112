using System.Globalization;
using System.Xml.Linq;

namespace Infoline.PhoneNetwork.Twiml;

/// <summary>One element of a document while it is read: typed attributes, and a note of everything that is not as documented.</summary>
internal sealed class VerbElement(XElement element, Uri? baseUrl, List<TwimlFault> faults)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Name => element.Name.LocalName;

    public string TextContent => string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value)).Trim();

    /// <summary>The text of the element and of everything in it, as speech marks it up.</summary>
    public string SpokenText => element.Value.Trim();

    public IEnumerable<VerbElement> Children => element.Elements().Select(child => new VerbElement(child, baseUrl, faults));

    public void Fault(string problem) => faults.Add(new TwimlFault(Name, problem));

    public string? Text(string attribute)
    {
        _read.Add(attribute);
        return element.Attribute(attribute)?.Value;
    }

    public int Int(string attribute, int otherwise, int min, int max)
    {
        if (Text(attribute) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        Fault($"{attribute}=\"{text}\" is not a whole number from {min} to {max}");
        return otherwise;
    }

    public bool Flag(string attribute, bool otherwise)
    {
        switch (Text(attribute))
        {
            case null: return otherwise;
            case "true": return true;
            case "false": return false;
            case var text:
                Fault($"{attribute}=\"{text}\" is neither true nor false");
                return otherwise;
        }
    }

    public string OneOf(string attribute, string otherwise, params ReadOnlySpan<string> allowed)
    {
        if (Text(attribute) is not { } text)
            return otherwise;
        foreach (var value in allowed)
        {
            if (string.Equals(value, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Fault($"{attribute}=\"{text}\" is not one of {string.Join(", ", allowed.ToArray())}");
        return otherwise;
    }

    /// <summary>A list with spaces of words, each one of those allowed.</summary>
    public IReadOnlySet<string> Words(string attribute, params ReadOnlySpan<string> allowed)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in (Text(attribute) ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (allowed.Contains(word))
                words.Add(word);
            else
                Fault($"{attribute}: {word} is not one of {string.Join(", ", allowed.ToArray())}");
        }

        return words;
    }

    /// <summary>Attributes that are as documented but change nothing here.</summary>
    public void Ignore(params ReadOnlySpan<string> attributes)
    {
        foreach (var attribute in attributes)
            Text(attribute);
    }

    public HttpMethod Method(string attribute, string otherwise = "POST") =>
        OneOf(attribute, otherwise, "GET", "POST") == "GET" ? HttpMethod.Get : HttpMethod.Post;

    /// <summary>The URL in an attribute, resolved against the document's own; null when it is absent or empty.</summary>
    public Uri? Url(string attribute) => Text(attribute) is { Length: > 0 } text ? Resolve(text) : null;

    public Uri? Resolve(string text)
    {
        // A path such as "/voice/menu" parses as an absolute file URL on Unix; only web URLs are absolute here.
        if (Uri.TryCreate(text, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
            return absolute;
        if (baseUrl is not null && Uri.TryCreate(baseUrl, text, out var relative) && relative.Scheme is "http" or "https")
            return relative;
        Fault($"'{text}' is not a URL");
        return null;
    }

    /// <summary>Notes attributes that nobody asked for, and elements or text where none belong.</summary>
    public void Close(bool children = false, bool text = false)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && !_read.Contains(a.Name.LocalName)))
            Fault($"the attribute {attribute.Name.LocalName} is not known");
        if (!children)
        {
            foreach (var child in element.Elements())
                Fault($"<{child.Name.LocalName}> does not belong inside");
        }

        if (!text && TextContent.Length > 0)
            Fault("text does not belong inside");
    }
}

/// <summary>A place where a document is not as documented.</summary>
internal sealed record TwimlFault(string Verb, string Problem);
