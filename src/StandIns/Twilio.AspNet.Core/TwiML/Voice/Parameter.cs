namespace Twilio.TwiML.Voice;

/// <summary>A name and a value handed to the softphone or to the rejected side.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/parameter.</remarks>
public class Parameter : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Parameter(string? name = null, string? value = null)
        : base("Parameter")
    {
        Name = name;
        Value = value;
    }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Value.</summary>
    public string? Value { get; set; }

    /// <inheritdoc cref="TwiML.Append"/>
    public new Parameter Append(TwiML childElem) => (Parameter)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Parameter SetOption(string key, object value) => (Parameter)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("name", Name);
        writer.Attribute("value", Value);
    }
}
