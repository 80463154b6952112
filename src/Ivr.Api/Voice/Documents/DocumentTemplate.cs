using System.Buffers;
using System.Text;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>
/// A rendered document with a gap where the URL of the next step stands. What callers hear at a place is the same for all of them;
/// only the way that each has come, which rides in that URL, is not. So a document is built and escaped once and then copied.
/// </summary>
internal sealed class DocumentTemplate
{
    /// <summary>The URL to write into a document that becomes a template.</summary>
    public static readonly Uri Next = new(Gap, UriKind.Relative);

    private const string Gap = "/voice/-next-";
    private readonly byte[][] _parts;
    private readonly int _length;

    private DocumentTemplate(byte[][] parts)
    {
        _parts = parts;
        _length = parts.Sum(part => part.Length);
    }

    /// <summary>Renders a document in which <see cref="Next"/> stands for the next step, any number of times.</summary>
    public static DocumentTemplate Of(VoiceResponse response) => new([.. response.ToString().Split(Gap).Select(Encoding.UTF8.GetBytes)]);

    /// <summary>How many bytes the document has with this URL.</summary>
    public int LengthWith(string escapedUrl) => _length + ((_parts.Length - 1) * escapedUrl.Length);

    /// <summary>Writes the document with the URL in every gap.</summary>
    /// <param name="output">Takes <see cref="LengthWith"/> bytes.</param>
    /// <param name="escapedUrl">The URL in ASCII, escaped for XML.</param>
    public void Write(IBufferWriter<byte> output, string escapedUrl)
    {
        var length = LengthWith(escapedUrl);
        var rest = output.GetSpan(length);
        for (var part = 0; part < _parts.Length; part++)
        {
            if (part > 0)
            {
                rest = rest[Encoding.ASCII.GetBytes(escapedUrl, rest)..];
            }

            _parts[part].CopyTo(rest);
            rest = rest[_parts[part].Length..];
        }

        output.Advance(length);
    }
}
