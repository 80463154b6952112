using System.Buffers;
using System.Globalization;
using System.Xml;
using Twilio.Types;

namespace Twilio.TwiML;

/// <summary>
/// Writes one TwiML document into a rented buffer, with the escaping and the indentation that an <see cref="XmlWriter"/> with
/// default settings gives. A menu webhook renders a document per request, so no tree, no attribute objects and no string are made.
/// </summary>
internal ref struct TwiMLWriter(bool indented)
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    // ASCII that stands for itself in text and in attributes alike; all else is looked at one by one.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x7F - ' ').Select(code => (char)code).Where(c => c is not ('<' or '>' or '&' or '"'))]);

    private char[] _buffer = ArrayPool<char>.Shared.Rent(1024);
    private int _length;
    private int _depth;
    private bool _mixed;

    /// <summary>What has been written so far.</summary>
    public readonly ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    /// <summary>Gives the buffer back; the writer is of no use after it.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    public void Document(TwiML root)
    {
        Raw(Declaration);
        root.Write(ref this);
    }

    public void StartElement(string tagName, out bool outerMixed)
    {
        BreakLine();
        Raw("<");
        Raw(tagName);
        outerMixed = _mixed;
        _depth++;
    }

    public void EmptyElementEnd(bool outerMixed)
    {
        _depth--;
        _mixed = outerMixed;
        Raw(" />");
    }

    public int StartContent()
    {
        Raw(">");
        return _length;
    }

    public void EndElement(string tagName, int contentStart, bool outerMixed)
    {
        _depth--;
        if (contentStart != _length)
            BreakLine();
        Raw("</");
        Raw(tagName);
        Raw(">");
        _mixed = outerMixed;
    }

    /// <summary>Text content. From here to the end of the element nothing is indented, since white space would become part of the text.</summary>
    public void Text(string text)
    {
        _mixed = true;
        Escape(text, inAttribute: false);
    }

    public void Attribute(string name, string? value)
    {
        if (value is null)
            return;
        Raw(" ");
        Raw(name);
        Raw("=\"");
        Escape(value, inAttribute: true);
        Raw("\"");
    }

    public void Attribute(string name, StringEnum? value)
    {
        if (value is not null)
            Attribute(name, value.ToString());
    }

    public void Attribute(string name, Http.HttpMethod? value)
    {
        if (value is not null)
            Attribute(name, value.ToString());
    }

    public void Attribute(string name, Uri? value)
    {
        if (value is not null)
            Attribute(name, Url(value));
    }

    public void Attribute(string name, bool? value)
    {
        if (value is { } known)
            Attribute(name, known ? "true" : "false");
    }

    public void Attribute(string name, int? value)
    {
        if (value is { } known)
            Attribute(name, known.ToString(CultureInfo.InvariantCulture));
    }

    public void Attribute(string name, IEnumerable<StringEnum>? values)
    {
        if (values is not null)
            Attribute(name, string.Join(' ', values));
    }

    /// <summary>A URL as it was written down, not as <see cref="Uri"/> would normalize it.</summary>
    public static string Url(Uri url) => url is EmptyUri ? "" : url.OriginalString;

    private void BreakLine()
    {
        if (!indented || _mixed)
            return;
        Raw(Environment.NewLine);
        for (var level = 0; level < _depth; level++)
            Raw("  ");
    }

    private void Escape(scoped ReadOnlySpan<char> text, bool inAttribute)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
                plain = text.Length;
            Raw(text[..plain]);
            text = text[plain..];
            if (!text.IsEmpty)
                text = text[EscapeOne(text, inAttribute)..];
        }
    }

    private void EscapeOne(char c, bool inAttribute)
    {
        switch (c)
        {
            case '<': Raw("&lt;"); break;
            case '>': Raw("&gt;"); break;
            case '&': Raw("&amp;"); break;
            case '"' when inAttribute: Raw("&quot;"); break;
            case '\t' when inAttribute: Raw("&#x9;"); break;
            case '\r' when inAttribute: Raw("&#xD;"); break;
            case '\n' when inAttribute: Raw("&#xA;"); break;
            case '\r' or '\n': Raw(Environment.NewLine); break;
            default:
                if (!XmlConvert.IsXmlChar(c))
                    throw new ArgumentException($"'{c}', hexadecimal value 0x{(int)c:X2}, is an invalid character.", nameof(c));
                Raw([c]);
                break;
        }
    }

    /// <summary>Writes the special character at the start of the text and says how many characters that took.</summary>
    private int EscapeOne(scoped ReadOnlySpan<char> text, bool inAttribute)
    {
        if (char.IsSurrogate(text[0]))
        {
            if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
                throw new ArgumentException("The text holds half of a surrogate pair, which no XML document can carry.", nameof(text));
            Raw(text[..2]);
            return 2;
        }

        EscapeOne(text[0], inAttribute);
        return !inAttribute && text is ['\r', '\n', ..] ? 2 : 1;
    }

    private void Raw(scoped ReadOnlySpan<char> text)
    {
        if (_buffer.Length - _length < text.Length)
            Grow(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + needed));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
