using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Twilio.TwiML.Voice;
using Twilio.Types;
using Client = Twilio.TwiML.Voice.Client;
using HttpMethod = Twilio.Http.HttpMethod;
using Record = Twilio.TwiML.Voice.Record;
using TwimlElement = Twilio.TwiML.TwiML;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>A TwiML element as both libraries can build it: its class, the values of its constructor, and what is nested in it.</summary>
internal sealed record Element(Type Class, IReadOnlyDictionary<string, object> Values, IReadOnlyList<Element> Children)
{
    /// <summary>The verbs and nouns in use, each with the parameter that becomes its text, and what may be nested in it.</summary>
    public static IReadOnlyDictionary<Type, (string? Text, Type[] Nested)> Known { get; } = new Dictionary<Type, (string?, Type[])>
    {
        [typeof(Dial)] = ("number", [typeof(Client), typeof(Conference), typeof(Number), typeof(Sip)]),
        [typeof(Client)] = ("identity", [typeof(Identity), typeof(Parameter)]),
        [typeof(Conference)] = ("name", []),
        [typeof(Gather)] = (null, [typeof(Pause), typeof(Play), typeof(Say)]),
        [typeof(Hangup)] = (null, []),
        [typeof(Identity)] = ("clientIdentity", []),
        [typeof(Number)] = ("phoneNumber", []),
        [typeof(Parameter)] = (null, []),
        [typeof(Pause)] = (null, []),
        [typeof(Play)] = ("url", []),
        [typeof(Record)] = (null, []),
        [typeof(Redirect)] = ("url", []),
        [typeof(Reject)] = (null, []),
        [typeof(Say)] = ("message", []),
        [typeof(Sip)] = ("sipUrl", []),
    };

    public static IReadOnlyList<Type> Verbs { get; } =
        [typeof(Dial), typeof(Gather), typeof(Hangup), typeof(Pause), typeof(Play), typeof(Record), typeof(Redirect), typeof(Reject), typeof(Say)];

    /// <summary>The parameters of the class's constructor.</summary>
    public static IReadOnlyList<ParameterInfo> ParametersOf(Type type) =>
        type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();

    /// <summary>The same without the one that becomes text.</summary>
    public static IEnumerable<ParameterInfo> AttributesOf(Type type) =>
        ParametersOf(type).Where(parameter => !string.Equals(parameter.Name, Known[type].Text, StringComparison.Ordinal));

    /// <summary>The element in the library under test.</summary>
    public TwimlElement Build()
    {
        var arguments = ParametersOf(Class).Select(parameter => Values.GetValueOrDefault(parameter.Name!) ?? Type.Missing).ToArray();
        var element = (TwimlElement)Activator.CreateInstance(
            Class, BindingFlags.CreateInstance | BindingFlags.OptionalParamBinding | BindingFlags.Public | BindingFlags.Instance, null, arguments, null)!;
        foreach (var child in Children)
            element.Append(child.Build());
        return element;
    }

    /// <summary>The element as a question to the library for Node.</summary>
    public JsonObject ToJson()
    {
        var text = Known[Class].Text;
        return new()
        {
            ["tag"] = Class.Name,
            ["text"] = text is not null && Values.TryGetValue(text, out var content) ? Json(content) : null,
            ["attributes"] = new JsonObject(Values
                .Where(value => !string.Equals(value.Key, text, StringComparison.Ordinal))
                .Select(value => new KeyValuePair<string, JsonNode?>(value.Key, Json(value.Value)))),
            ["children"] = new JsonArray([.. Children.Select(child => child.ToJson())]),
        };
    }

    private static JsonNode? Json(object value) => value switch
    {
        int number => number,
        bool flag => flag,
        EmptyUri => "",
        Uri url => url.OriginalString,
        string or HttpMethod or StringEnum or PhoneNumber => value.ToString(),
        IEnumerable many => new JsonArray([.. many.Cast<object>().Select(Json)]),
        _ => throw new NotSupportedException($"{value.GetType()} is no kind of attribute that is known here."),
    };

    /// <summary>The document by its meaning: attributes in order of their names, text as it is heard.</summary>
    public static string Meaning(string document) => Meaning(XElement.Parse(document, LoadOptions.PreserveWhitespace));

    private static string Meaning(XElement element)
    {
        var attributes = element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal).Select(attribute => $" {attribute.Name}=[{attribute.Value}]");
        var content = element.Nodes().Select(node => node is XElement inner ? Meaning(inner) : $"[{((XText)node).Value}]");
        return $"<{element.Name}{string.Concat(attributes)}>{string.Concat(content)}</>";
    }
}

/// <summary>Random elements; the same seed gives the same.</summary>
internal sealed class RandomElements(int seed)
{
    private static readonly string[] Texts = ["main", "", "Łódź & okolice", "Натисніть «9»", "<b>\"quoted\" 'n' such</b>", "a\nb\tc", "  two  ", "#", "💬 ok", "1234567890*"];
    private static readonly string[] Urls =
        ["/voice/menu/uk/main?step=1&via=a%2Fb", "https://infoline.example/audio/pl/main.0a1b.wav", "https://infoline.example:8443/x?q=%C5%81&p=1#rc=2&rt=4000", "next", "sip:7@pbx.example;transport=tls"];

#pragma warning disable CA5394 // Values for tests, not for secrets.
    private readonly Random _random = new(seed);

    public Element Document(Type type, double density)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var parameter in Element.ParametersOf(type))
        {
            if (_random.NextDouble() < density)
                values[parameter.Name!] = Value(parameter.ParameterType);
        }

        var nested = Element.Known[type].Nested;
        var children = nested.Length == 0 ? 0 : _random.Next(4);
        return new(type, values, [.. Enumerable.Range(0, children).Select(_ => Document(nested[_random.Next(nested.Length)], density))]);
    }

    public Type Verb() => Element.Verbs[_random.Next(Element.Verbs.Count)];

    private object Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Texts[_random.Next(Texts.Length)];
        if (type == typeof(int))
            return _random.Next(14401);
        if (type == typeof(bool))
            return _random.Next(2) == 0;
        if (type == typeof(Uri))
            return _random.Next(8) == 0 ? new EmptyUri() : new Uri(Urls[_random.Next(Urls.Length)], UriKind.RelativeOrAbsolute);
        if (type == typeof(HttpMethod))
            return _random.Next(2) == 0 ? HttpMethod.Get : HttpMethod.Post;
        if (type == typeof(PhoneNumber))
            return new PhoneNumber("+48600100200");
        if (type.IsSubclassOf(typeof(StringEnum)))
            return Any(type);
        var item = type.GetGenericArguments().Single();
        var many = Array.CreateInstance(item, 1 + _random.Next(3));
        for (var i = 0; i < many.Length; i++)
            many.SetValue(Any(item), i);
        return many;
    }

    private StringEnum Any(Type type)
    {
        var values = ValuesOf(type);
        return values[_random.Next(values.Count)];
    }
#pragma warning restore CA5394

    /// <summary>The values that an enumeration of the vendor names.</summary>
    public static IReadOnlyList<StringEnum> ValuesOf(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => (StringEnum)field.GetValue(null)!)];
}
