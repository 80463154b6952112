using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Collects keys or speech while playing the prompts in it.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/gather.</remarks>
public class Gather : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Gather(
        IEnumerable<Gather.InputEnum>? input = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        string? speechTimeout = null,
        int? maxSpeechTime = null,
        bool? profanityFilter = null,
        string? finishOnKey = null,
        int? numDigits = null,
        Uri? partialResultCallback = null,
        Http.HttpMethod? partialResultCallbackMethod = null,
        Gather.LanguageEnum? language = null,
        string? hints = null,
        bool? bargeIn = null,
        bool? debug = null,
        bool? actionOnEmptyResult = null,
        string? speechModel = null,
        bool? enhanced = null)
        : base("Gather")
    {
        Input = input;
        Action = action;
        Method = method;
        Timeout = timeout;
        SpeechTimeout = speechTimeout;
        MaxSpeechTime = maxSpeechTime;
        ProfanityFilter = profanityFilter;
        FinishOnKey = finishOnKey;
        NumDigits = numDigits;
        PartialResultCallback = partialResultCallback;
        PartialResultCallbackMethod = partialResultCallbackMethod;
        Language = language;
        Hints = hints;
        BargeIn = bargeIn;
        Debug = debug;
        ActionOnEmptyResult = actionOnEmptyResult;
        SpeechModel = speechModel;
        Enhanced = enhanced;
    }

    public IEnumerable<InputEnum>? Input { get; set; }

    /// <summary>Where the result is posted and where the call goes on; omitted: the URL of this document.</summary>
    public Uri? Action { get; set; }

    /// <summary>How that URL is requested; POST when omitted.</summary>
    public Http.HttpMethod? Method { get; set; }

    /// <summary>Seconds of silence after the last prompt or key before the answer is taken as complete; 5 when omitted.</summary>
    public int? Timeout { get; set; }

    /// <summary>Seconds of silence that end speech, or <c>auto</c>.</summary>
    public string? SpeechTimeout { get; set; }

    /// <summary>Longest speech in seconds; 60 when omitted.</summary>
    public int? MaxSpeechTime { get; set; }

    /// <summary>Whether profanities are masked in speech results; true when omitted.</summary>
    public bool? ProfanityFilter { get; set; }

    /// <summary>Keys that end the answer; <c>#</c> when omitted, none when empty.</summary>
    public string? FinishOnKey { get; set; }

    /// <summary>The answer is complete after this many keys.</summary>
    public int? NumDigits { get; set; }

    public Uri? PartialResultCallback { get; set; }

    public Http.HttpMethod? PartialResultCallbackMethod { get; set; }

    public LanguageEnum? Language { get; set; }

    /// <summary>Words to expect, comma separated.</summary>
    public string? Hints { get; set; }

    /// <summary>Whether a key or speech stops the prompt.</summary>
    public bool? BargeIn { get; set; }

    public bool? Debug { get; set; }

    /// <summary>Whether <c>action</c> is requested when nothing was pressed; false when omitted.</summary>
    public bool? ActionOnEmptyResult { get; set; }

    public string? SpeechModel { get; set; }

    public bool? Enhanced { get; set; }

    /// <summary>Reads text aloud. Gives back this element.</summary>
    public Gather Say(
        string? message = null,
        Say.VoiceEnum? voice = null,
        int? loop = null,
        Say.LanguageEnum? language = null) =>
        Append(new Say(message, voice, loop, language));

    /// <summary>Waits in silence. Gives back this element.</summary>
    public Gather Pause(int? length = null) => Append(new Pause(length));

    /// <summary>Plays an audio file or tones. Gives back this element.</summary>
    public Gather Play(Uri? url = null, int? loop = null, string? digits = null) => Append(new Play(url, loop, digits));

    /// <inheritdoc cref="TwiML.Append"/>
    public new Gather Append(TwiML childElem) => (Gather)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Gather SetOption(string key, object value) => (Gather)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("input", Input);
        writer.Attribute("action", Action);
        writer.Attribute("method", Method);
        writer.Attribute("timeout", Timeout);
        writer.Attribute("speechTimeout", SpeechTimeout);
        writer.Attribute("maxSpeechTime", MaxSpeechTime);
        writer.Attribute("profanityFilter", ProfanityFilter);
        writer.Attribute("finishOnKey", FinishOnKey);
        writer.Attribute("numDigits", NumDigits);
        writer.Attribute("partialResultCallback", PartialResultCallback);
        writer.Attribute("partialResultCallbackMethod", PartialResultCallbackMethod);
        writer.Attribute("language", Language);
        writer.Attribute("hints", Hints);
        writer.Attribute("bargeIn", BargeIn);
        writer.Attribute("debug", Debug);
        writer.Attribute("actionOnEmptyResult", ActionOnEmptyResult);
        writer.Attribute("speechModel", SpeechModel);
        writer.Attribute("enhanced", Enhanced);
    }

    /// <summary>What the caller may answer with.</summary>
    public sealed class InputEnum : StringEnum
    {
        public static readonly InputEnum Dtmf = new("dtmf");
        public static readonly InputEnum Speech = new("speech");

        public InputEnum()
        {
        }

        private InputEnum(string value)
            : base(value)
        {
        }

        public static implicit operator InputEnum(string value) => new(value);
    }

    /// <summary>The language of spoken answers; the ones of our lines are listed, any other goes in as a string.</summary>
    public sealed class LanguageEnum : StringEnum
    {
        public static readonly LanguageEnum EnGb = new("en-GB");
        public static readonly LanguageEnum EnUs = new("en-US");
        public static readonly LanguageEnum PlPl = new("pl-PL");
        public static readonly LanguageEnum UkUa = new("uk-UA");

        public LanguageEnum()
        {
        }

        private LanguageEnum(string value)
            : base(value)
        {
        }

        public static implicit operator LanguageEnum(string value) => new(value);
    }
}
