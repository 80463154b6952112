using System.Globalization;
using System.Xml.Linq;
using Infoline.Desk.Hours;
using Infoline.Ivr.Voice.Recordings;
using Infoline.Prompts;
using Infoline.Prompts.Hours;

namespace Infoline.Ivr.Voice.Rehearsal;

/// <summary>Reads from a document what its caller hears.</summary>
internal static class HeardLines
{
    /// <summary>The sentences in order. Recordings that are parts of one sentence, such as a date in it, are one line.</summary>
    public static IReadOnlyList<HeardLine> In(byte[] document, LineContent content, OpeningHours hours)
    {
        using var stream = new MemoryStream(document);
        List<HeardLine> lines = [];
        foreach (var verb in XDocument.Load(stream).Descendants())
        {
            if (verb.Name.LocalName is "Say")
            {
                lines.Add(new HeardLine(LanguageOf(verb), verb.Value, []));
            }
            else if (verb.Name.LocalName is "Play" && AudioAddress.Read(verb.Value) is { } address && address.WordsIn(content.Prompts, hours) is { } words)
            {
                Add(lines, address, words);
            }
        }

        return lines;
    }

    private static void Add(List<HeardLine> lines, AudioAddress address, string words)
    {
        var audio = address.ToUri().OriginalString;
        if (lines is [.., { Audio.Count: > 0 } last] && GoesOn(address.Key))
        {
            lines[^1] = last with { Words = $"{last.Words} {words}", Audio = [.. last.Audio, audio] };
        }
        else
        {
            lines.Add(new HeardLine(address.Language, words, [audio]));
        }
    }

    /// <summary>Values, "press three", and every segment of a sentence but the first belong to what came before.</summary>
    private static bool GoesOn(string key) =>
        key.Split('.') is ["piece" or "press" or "digit", ..] || (key.Split('.') is [.., var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var segment) && segment > 1);

    private static Language LanguageOf(XElement say)
    {
        var tag = say.Attribute("language")?.Value ?? "";
        return LanguageCodes.All.FirstOrDefault(language => string.Equals(language.Tag(), tag, StringComparison.Ordinal));
    }
}
