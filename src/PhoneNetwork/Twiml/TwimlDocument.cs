using System.Xml;
using System.Xml.Linq;
using Infoline.PhoneNetwork.Verbs;

namespace Infoline.PhoneNetwork.Twiml;

/// <summary>A document as the network executes it.</summary>
/// <param name="Url">Where it came from, against which its URLs are resolved; null when it was given inline.</param>
/// <param name="Verbs">The verbs in order.</param>
/// <param name="Faults">Where it is not as documented; the document is then not executed.</param>
/// <param name="ParseError">Why it is not XML; null when it is.</param>
internal sealed record TwimlDocument(Uri? Url, IReadOnlyList<Verb> Verbs, IReadOnlyList<TwimlFault> Faults, string? ParseError)
{
    /// <summary>Reads any text; never throws.</summary>
    public static TwimlDocument Read(string xml, Uri? url)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF')), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            });
            root = XElement.Load(reader);
        }
        catch (XmlException e)
        {
            return new TwimlDocument(url, [], [], e.Message);
        }

        if (root.Name.LocalName != "Response")
            return new TwimlDocument(url, [], [new TwimlFault(root.Name.LocalName, "the root is not <Response>")], null);

        var faults = new List<TwimlFault>();
        var verbs = new List<Verb>();
        foreach (var child in new VerbElement(root, url, faults).Children)
        {
            if (Verb.Read(child) is { } verb)
                verbs.Add(verb);
        }

        return new TwimlDocument(url, verbs, faults, null);
    }
}
