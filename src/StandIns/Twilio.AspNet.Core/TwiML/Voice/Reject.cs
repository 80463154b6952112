using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Refuses an incoming call without answering it; works only as the first verb.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/reject.</remarks>
public class Reject : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Reject(Reject.ReasonEnum? reason = null)
        : base("Reject")
    {
        Reason = reason;
    }

    public ReasonEnum? Reason { get; set; }

    /// <summary>A name and a value handed to the softphone or to the rejected side. Gives back this element.</summary>
    public Reject Parameter(string? name = null, string? value = null) => Append(new Parameter(name, value));

    /// <inheritdoc cref="TwiML.Append"/>
    public new Reject Append(TwiML childElem) => (Reject)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Reject SetOption(string key, object value) => (Reject)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("reason", Reason);
    }

    /// <summary>What the refused caller hears.</summary>
    public sealed class ReasonEnum : StringEnum
    {
        public static readonly ReasonEnum Rejected = new("rejected");
        public static readonly ReasonEnum Busy = new("busy");

        public ReasonEnum()
        {
        }

        private ReasonEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ReasonEnum(string value) => new(value);
    }
}
