using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using Twilio.TwiML;
using Twilio.Types;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>Documents against the builder of the vendor's library for Node: the same calls give the same meaning.</summary>
[Collection(OracleTests.Name)]
public class TwimlTests(NodeLibrary node)
{
    public static TheoryData<string> Classes => [.. Element.Known.Keys.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_attribute_is_one_that_the_library_knows_with_values_that_it_knows(string name)
    {
        var type = Element.Known.Keys.Single(known => known.Name == name);
        var known = node.Ask("attributes", new() { ["tag"] = name })!.AsObject();

        foreach (var parameter in Element.AttributesOf(type))
        {
            known.ContainsKey(parameter.Name!).ShouldBeTrue($"{name} has no attribute {parameter.Name}");
            if (EnumOf(parameter.ParameterType) is not { } values || known[parameter.Name!] is not JsonArray allowed)
                continue;
            var names = allowed.Select(value => value!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
            RandomElements.ValuesOf(values).Select(value => value.ToString()).Where(value => !names.Contains(value))
                .ShouldBeEmpty($"{name} {parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void With_all_attributes_and_with_none_the_documents_mean_the_same(string name)
    {
        var type = Element.Known.Keys.Single(known => known.Name == name);
        var parents = Element.Known.Where(known => known.Value.Nested.Contains(type)).Select(known => known.Key).ToList();
        foreach (var density in new[] { 0.0, 1.0 })
        {
            var element = new RandomElements(seed: 7).Document(type, density);
            // A noun stands in a verb, and the nouns of a softphone in its own.
            if (!Element.Verbs.Contains(type))
                element = new(parents[0], Empty, [element]);
            if (!Element.Verbs.Contains(element.Class))
                element = new(Element.Known.Single(known => known.Value.Nested.Contains(element.Class)).Key, Empty, [element]);

            MeaningByNode([element]).ShouldBe(MeaningByUs([element]));
        }
    }

    [Fact]
    public void Random_documents_mean_the_same() => Gen.Select(Gen.Int, Gen.Int[1, 6], Gen.Double[0, 1]).Sample((seed, verbs, density) =>
    {
        var random = new RandomElements(seed);
        var elements = Enumerable.Range(0, verbs).Select(_ => random.Document(random.Verb(), density)).ToList();

        return MeaningByUs(elements) == MeaningByNode(elements);
    });

    private static Dictionary<string, object> Empty { get; } = [];

    private static string MeaningByUs(IReadOnlyList<Element> elements)
    {
        var response = new VoiceResponse();
        foreach (var element in elements)
            response.Append(element.Build());
        return Element.Meaning(response.ToString(SaveOptions.DisableFormatting));
    }

    private string MeaningByNode(IReadOnlyList<Element> elements) => Element.Meaning(
        node.Ask("twiml", new() { ["children"] = new JsonArray([.. elements.Select(element => element.ToJson())]) })!.GetValue<string>());

    private static Type? EnumOf(Type type) =>
        type.IsSubclassOf(typeof(StringEnum)) ? type
        : type.IsGenericType && type.GetGenericArguments() is [{ } item] && item.IsSubclassOf(typeof(StringEnum)) ? item
        : null;
}
