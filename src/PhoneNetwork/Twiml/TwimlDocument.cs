using System.Xml;
using System.Xml.Linq;
using Infoline.PhoneNetwork.Verbs;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Twiml;

/// <summary>A document as the network executes it.</summary>
/// <param name="Url">Where it came from, against which its URLs are resolved; null when it was given inline.</param>
/// <param name="Verbs">The verbs in order.</param>
/// <param name="Faults">Where it is not as documented; the document is then not executed.</param>
/// <param name="ParseError">Why it is not XML; null when it is.</param>
internal sealed record TwimlDocument(Uri? Url, IReadOnlyList<Verb> Verbs, IReadOnlyList<TwimlFault> Faults, string? ParseError)
{
    /// <summary>Reads any text; never throws.</summary>
    public static TwimlDocument Read(string xml, Uri? url, IReadOnlySet<string>? only = null)
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
            if (only?.Contains(child.Name) is false)
                child.Fault($"only {string.Join(", ", only)} can stand in this document");
            else if (Verb.Read(child) is { } verb)
                verbs.Add(verb);
        }

        return new TwimlDocument(url, verbs, faults, null);
    }

    /// <summary>The document in an answer, checked.</summary>
    /// <exception cref="DocumentFailed">There is none, or it is not as documented.</exception>
    public static TwimlDocument From(WebhookAnswer answer, Uri asked, IReadOnlySet<string>? only = null)
    {
        if (answer.Error is { } error)
            throw new DocumentFailed(answer.ErrorCode, $"{asked}: {error}", asked);
        return answer.ContentType switch
        {
            var type when type.StartsWith("AUDIO/", StringComparison.Ordinal) => new TwimlDocument(answer.Url, [new Play(answer.Url, "", 1)], [], null),
            _ when answer.Body.Length == 0 => throw new DocumentFailed(12100, $"{asked} answered with nothing", asked),
            "TEXT/PLAIN" => new TwimlDocument(answer.Url, [new Say(answer.Body, "man", "en-US", 1)], [], null),
            "TEXT/XML" or "APPLICATION/XML" or "TEXT/HTML" => Checked(Read(answer.Body, answer.Url, only)),
            var type => throw new DocumentFailed(12300, $"{asked} answered with content of type '{type}'", asked),
        };
    }

    /// <summary>The same document.</summary>
    /// <exception cref="DocumentFailed">It is not as documented.</exception>
    public static TwimlDocument Checked(TwimlDocument document)
    {
        if (document.ParseError is { } error)
            throw new DocumentFailed(12100, $"The document is not XML: {error}", document.Url);
        if (document.Faults is [{ } fault, ..])
            throw new DocumentFailed(12200, $"<{fault.Verb}>: {fault.Problem}", document.Url);
        return document;
    }
}
