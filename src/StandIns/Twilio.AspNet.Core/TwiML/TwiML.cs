using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Twilio.TwiML;

/// <summary>A TwiML element: its attributes, its text and the elements in it. <see cref="ToString(SaveOptions)"/> gives the document.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml.</remarks>
#pragma warning disable MA0049 // The vendor's names: Twilio.TwiML.TwiML.
public class TwiML
#pragma warning restore MA0049
{
    private readonly string? _tagName;
    private List<TwiML>? _children;
    private List<KeyValuePair<string, string>>? _options;

    /// <summary>An element with the given tag.</summary>
    /// <exception cref="XmlException">The tag is no XML name.</exception>
    protected TwiML(string tagName) => _tagName = tagName;

    private protected virtual string? ElementBody => "";

    /// <summary>Puts an element at the end of this one.</summary>
    public virtual TwiML Append(TwiML childElem)
    {
        ArgumentNullException.ThrowIfNull(childElem);
        (_children ??= []).Add(childElem);
        return this;
    }

    /// <summary>Puts text at the end of this element.</summary>
    public TwiML AddText(string text) => Append(new Text(text));

    /// <summary>Puts an element at the end of this one and gives back the new one.</summary>
    public T Nest<T>(T childElem) where T : TwiML
    {
        Append(childElem);
        return childElem;
    }

    /// <summary>Puts an element of any name at the end of this one and gives back the new one.</summary>
    /// <exception cref="XmlException">The tag is no XML name.</exception>
    public TwiML AddChild(string tagName) => Nest(new TwiML(XmlConvert.VerifyNCName(tagName)));

    /// <summary>Sets an attribute of any name, <c>xml:</c> prefix included; it follows the element's own attributes.</summary>
    public TwiML SetOption(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _options ??= [];
        var known = _options.FindIndex(option => string.Equals(option.Key, key, StringComparison.Ordinal));
        if (known >= 0)
            _options.RemoveAt(known);
        _options.Add(new(key, value.ToString()!));
        return this;
    }

    /// <summary>The value given to <see cref="SetOption"/>, or null.</summary>
    public virtual string? GetOption(string key) =>
        _options?.Find(option => string.Equals(option.Key, key, StringComparison.Ordinal)).Value;

    /// <summary>The whole document with its XML declaration, indented unless told otherwise.</summary>
    /// <exception cref="ArgumentException">A text or an attribute holds a character that XML cannot carry.</exception>
    /// <exception cref="XmlException">A name given to <see cref="SetOption"/> is no XML name.</exception>
    /// <exception cref="InvalidOperationException">A name given to <see cref="SetOption"/> is one of the element's own attributes.</exception>
    public string ToString(SaveOptions formattingOptions = SaveOptions.None)
    {
        var writer = new TwiMLWriter(Indented(formattingOptions));
        try
        {
            writer.Document(this);
            return writer.Written.ToString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes the document as UTF-8 and says how many bytes that took.</summary>
    internal int WriteTo(IBufferWriter<byte> output, SaveOptions formattingOptions)
    {
        var writer = new TwiMLWriter(Indented(formattingOptions));
        try
        {
            writer.Document(this);
            return checked((int)Encoding.UTF8.GetBytes(writer.Written, output));
        }
        finally
        {
            writer.Dispose();
        }
    }

    internal virtual void Write(ref TwiMLWriter writer)
    {
        var start = writer.Written.Length;
        writer.StartElement(_tagName!, out var outerMixed);
        WriteAttributes(ref writer);
        if (_options is not null)
            WriteOptions(ref writer, start);
        var body = ElementBody;
        if (body is null && _children is null)
        {
            writer.EmptyElementEnd(outerMixed);
            return;
        }

        var content = writer.StartContent();
        if (!string.IsNullOrEmpty(body))
            writer.Text(body);
        if (_children is not null)
        {
            foreach (var child in _children)
                child.Write(ref writer);
        }

        writer.EndElement(_tagName!, content, outerMixed);
    }

    private protected virtual void WriteAttributes(ref TwiMLWriter writer)
    {
    }

    private void WriteOptions(ref TwiMLWriter writer, int elementStart)
    {
        foreach (var (key, value) in _options!)
        {
            XmlConvert.VerifyNCName(key.StartsWith("xml:", StringComparison.Ordinal) ? key[4..] : key);
            // A quotation mark inside a value is always escaped, so this pattern can only be an attribute.
            if (writer.Written[elementStart..].Contains($" {key}=\"", StringComparison.Ordinal))
                throw new InvalidOperationException($"Duplicate attribute: {key} is set both as a property and by SetOption.");
            writer.Attribute(key, value);
        }
    }

    private static bool Indented(SaveOptions options) => !options.HasFlag(SaveOptions.DisableFormatting);
}

internal sealed class Text(string content) : TwiML("#text")
{
    private readonly string _content = content ?? throw new ArgumentNullException(nameof(content));

    internal override void Write(ref TwiMLWriter writer) => writer.Text(_content);
}
