using System.Buffers.Text;
using System.Collections;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Infoline.Ivr.Voice.Signatures;

/// <summary>
/// The fields of a webhook, read in one pass over a body that is there as a whole. Every step of every call begins with this, and what
/// the network sends is plain: some thirty short ASCII fields, each once. Anything else is left to the framework's own reader.
/// </summary>
internal sealed class WebhookForm : IFormCollection
{
    private const string Type = "application/x-www-form-urlencoded";
    private const int MostFields = 64;
    private const int LongestBody = 8 * 1024;

    /// <summary>Names that come with every call ("TwiML Voice: request parameters"), so that they need not be made anew each time.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = new[]
    {
        "AccountSid", "ApiVersion", "CallSid", "CallStatus", "CallDuration", "Called", "CalledCity", "CalledCountry", "CalledState", "CalledZip",
        "Caller", "CallerCity", "CallerCountry", "CallerState", "CallerZip", "Digits", "Direction", "Duration", "ErrorCode", "ErrorUrl",
        "FinishedOnKey", "From", "FromCity", "FromCountry", "FromState", "FromZip", "SequenceNumber", "Timestamp", "To", "ToCity", "ToCountry",
        "ToState", "ToZip", "msg",
    }.ToFrozenDictionary(name => name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly KeyValuePair<string, StringValues>[] _fields;

    private WebhookForm(KeyValuePair<string, StringValues>[] fields) => _fields = fields;

    public int Count => _fields.Length;

    public ICollection<string> Keys => Array.ConvertAll(_fields, pair => pair.Key);

    public IFormFileCollection Files => FormCollection.Empty.Files;

    public StringValues this[string key] => TryGetValue(key, out var value) ? value : StringValues.Empty;

    /// <summary>Reads the request's form, if it is a plain one, so that whoever asks for it later finds it read.</summary>
    public static async ValueTask PrepareAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is not { } length || length is 0 or > LongestBody || request.ContentType?.StartsWith(Type, StringComparison.OrdinalIgnoreCase) != true)
            return;
        var read = await request.BodyReader.ReadAtLeastAsync((int)length, context.RequestAborted);
        var body = read.Buffer;
        if (body.Length == length && body.IsSingleSegment && TryRead(body.FirstSpan) is { } form)
        {
            request.BodyReader.AdvanceTo(body.End);
            context.Features.Set<IFormFeature>(new FormFeature(form));
        }
        else
        {
            // Looked at, and left for the framework.
            request.BodyReader.AdvanceTo(body.Start);
        }
    }

    /// <summary>The form of a body; null for one that is not as plain as the network's.</summary>
    public static WebhookForm? TryRead(ReadOnlySpan<byte> body)
    {
        var fields = new KeyValuePair<string, StringValues>[MostFields];
        var count = 0;
        Span<char> text = stackalloc char[256];
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var field = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            var equals = field.IndexOf((byte)'=');
            if (equals <= 0 || count == MostFields || Decode(field[..equals], text) is not (> 0 and var nameLength))
                return null;
            var name = KnownNames.TryGetValue(text[..nameLength], out var known) ? known : text[..nameLength].ToString();
            if (Decode(field[(equals + 1)..], text) is not { } valueLength || Has(fields.AsSpan(0, count), name))
                return null;
            fields[count++] = new(name, text[..valueLength].ToString());
        }

        return new WebhookForm(fields[..count]);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out StringValues value)
    {
        foreach (var field in _fields)
        {
            if (string.Equals(field.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                value = field.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, StringValues>>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Has(ReadOnlySpan<KeyValuePair<string, StringValues>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Key.Length == name.Length && string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Decodes printable ASCII; the length, or null for anything else or what does not fit.</summary>
    private static int? Decode(ReadOnlySpan<byte> encoded, Span<char> decoded)
    {
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            int code = encoded[at];
            if (code == '+')
            {
                code = ' ';
            }
            else if (code == '%')
            {
                if (at + 2 >= encoded.Length || !Utf8Parser.TryParse(encoded.Slice(at + 1, 2), out byte value, out var used, 'x') || used != 2)
                    return null;
                code = value;
                at += 2;
            }

            if (code is < ' ' or > '~' || length == decoded.Length)
                return null;
            decoded[length++] = (char)code;
        }

        return length;
    }
}
