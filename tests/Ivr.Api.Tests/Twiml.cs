using System.Xml.Linq;

namespace Infoline.Ivr.Tests;

/// <summary>What the vendor's documentation says about the verbs that the menu uses: who may stand in whom, with which attributes.</summary>
internal static class Twiml
{
    private static readonly Dictionary<string, (string[] Children, string[] Attributes, bool Text)> Verbs = new(StringComparer.Ordinal)
    {
        ["Response"] = (["Gather", "Play", "Say", "Pause", "Redirect", "Hangup"], [], false),
        ["Gather"] = (["Play", "Say", "Pause"], ["input", "action", "method", "timeout", "numDigits", "finishOnKey", "actionOnEmptyResult"], false),
        ["Play"] = ([], ["loop", "digits"], true),
        ["Say"] = ([], ["voice", "language", "loop"], true),
        ["Pause"] = ([], ["length"], false),
        ["Redirect"] = ([], ["method"], true),
        ["Hangup"] = ([], [], false),
    };

    /// <summary>Reads a document that the vendor would accept.</summary>
    public static XElement Read(string text)
    {
        var root = XElement.Parse(text);
        root.Name.LocalName.ShouldBe("Response");
        foreach (var element in root.DescendantsAndSelf())
        {
            Verbs.ShouldContainKey(element.Name.LocalName);
            var verb = Verbs[element.Name.LocalName];
            element.Elements().Select(child => child.Name.LocalName).ShouldBeSubsetOf(verb.Children);
            element.Attributes().Select(attribute => attribute.Name.LocalName).ShouldBeSubsetOf(verb.Attributes);
            var ownText = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value)).Trim();
            (ownText.Length > 0).ShouldBe(verb.Text, element.ToString());
        }

        root.Elements().Last().Name.LocalName.ShouldBeOneOf("Redirect", "Hangup");
        return root;
    }
}
