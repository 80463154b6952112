using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <summary>Reads text aloud.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml/say.</remarks>
public class Say : TwiML
{
    /// <summary>The verb with its attributes; what is null is left out.</summary>
    public Say(
        string? message = null,
        Say.VoiceEnum? voice = null,
        int? loop = null,
        Say.LanguageEnum? language = null)
        : base("Say")
    {
        Message = message;
        Voice = voice;
        Loop = loop;
        Language = language;
    }

    /// <summary>The words.</summary>
    public string? Message { get; set; }

    public VoiceEnum? Voice { get; set; }

    /// <summary>How many times it is played; 0 means until the caller hangs up (at most 1000).</summary>
    public int? Loop { get; set; }

    public LanguageEnum? Language { get; set; }

    private protected override string? ElementBody => Message ?? "";

    /// <inheritdoc cref="TwiML.Append"/>
    public new Say Append(TwiML childElem) => (Say)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Say SetOption(string key, object value) => (Say)base.SetOption(key, value);

    private protected override void WriteAttributes(ref TwiMLWriter writer)
    {
        writer.Attribute("voice", Voice);
        writer.Attribute("loop", Loop);
        writer.Attribute("language", Language);
    }

    /// <summary>A voice; the ones of our languages are listed, any other goes in as a string.</summary>
    public sealed class VoiceEnum : StringEnum
    {
        public static readonly VoiceEnum Man = new("man");
        public static readonly VoiceEnum Woman = new("woman");
        public static readonly VoiceEnum Alice = new("alice");
        public static readonly VoiceEnum PollyAmy = new("Polly.Amy");
        public static readonly VoiceEnum PollyBrian = new("Polly.Brian");
        public static readonly VoiceEnum PollyEmma = new("Polly.Emma");
        public static readonly VoiceEnum PollyEwa = new("Polly.Ewa");
        public static readonly VoiceEnum PollyJacek = new("Polly.Jacek");
        public static readonly VoiceEnum PollyJan = new("Polly.Jan");
        public static readonly VoiceEnum PollyMaja = new("Polly.Maja");
        public static readonly VoiceEnum PollyAmyNeural = new("Polly.Amy-Neural");
        public static readonly VoiceEnum PollyArthurNeural = new("Polly.Arthur-Neural");
        public static readonly VoiceEnum PollyBrianNeural = new("Polly.Brian-Neural");
        public static readonly VoiceEnum PollyEmmaNeural = new("Polly.Emma-Neural");
        public static readonly VoiceEnum PollyOlaNeural = new("Polly.Ola-Neural");
        public static readonly VoiceEnum PollyAmyGenerative = new("Polly.Amy-Generative");
        public static readonly VoiceEnum GoogleEnGbStandardA = new("Google.en-GB-Standard-A");
        public static readonly VoiceEnum GoogleEnGbStandardB = new("Google.en-GB-Standard-B");
        public static readonly VoiceEnum GoogleEnGbStandardC = new("Google.en-GB-Standard-C");
        public static readonly VoiceEnum GoogleEnGbStandardD = new("Google.en-GB-Standard-D");
        public static readonly VoiceEnum GoogleEnGbStandardF = new("Google.en-GB-Standard-F");
        public static readonly VoiceEnum GoogleEnGbStandardN = new("Google.en-GB-Standard-N");
        public static readonly VoiceEnum GoogleEnGbStandardO = new("Google.en-GB-Standard-O");
        public static readonly VoiceEnum GoogleEnGbWavenetA = new("Google.en-GB-Wavenet-A");
        public static readonly VoiceEnum GoogleEnGbWavenetB = new("Google.en-GB-Wavenet-B");
        public static readonly VoiceEnum GoogleEnGbWavenetC = new("Google.en-GB-Wavenet-C");
        public static readonly VoiceEnum GoogleEnGbWavenetD = new("Google.en-GB-Wavenet-D");
        public static readonly VoiceEnum GoogleEnGbWavenetF = new("Google.en-GB-Wavenet-F");
        public static readonly VoiceEnum GoogleEnGbWavenetN = new("Google.en-GB-Wavenet-N");
        public static readonly VoiceEnum GoogleEnGbWavenetO = new("Google.en-GB-Wavenet-O");
        public static readonly VoiceEnum GooglePlPlStandardA = new("Google.pl-PL-Standard-A");
        public static readonly VoiceEnum GooglePlPlStandardB = new("Google.pl-PL-Standard-B");
        public static readonly VoiceEnum GooglePlPlStandardC = new("Google.pl-PL-Standard-C");
        public static readonly VoiceEnum GooglePlPlStandardD = new("Google.pl-PL-Standard-D");
        public static readonly VoiceEnum GooglePlPlStandardE = new("Google.pl-PL-Standard-E");
        public static readonly VoiceEnum GooglePlPlStandardF = new("Google.pl-PL-Standard-F");
        public static readonly VoiceEnum GooglePlPlStandardG = new("Google.pl-PL-Standard-G");
        public static readonly VoiceEnum GooglePlPlWavenetA = new("Google.pl-PL-Wavenet-A");
        public static readonly VoiceEnum GooglePlPlWavenetB = new("Google.pl-PL-Wavenet-B");
        public static readonly VoiceEnum GooglePlPlWavenetC = new("Google.pl-PL-Wavenet-C");
        public static readonly VoiceEnum GooglePlPlWavenetD = new("Google.pl-PL-Wavenet-D");
        public static readonly VoiceEnum GooglePlPlWavenetE = new("Google.pl-PL-Wavenet-E");
        public static readonly VoiceEnum GooglePlPlWavenetF = new("Google.pl-PL-Wavenet-F");
        public static readonly VoiceEnum GooglePlPlWavenetG = new("Google.pl-PL-Wavenet-G");
        public static readonly VoiceEnum GoogleUkUaStandardA = new("Google.uk-UA-Standard-A");
        public static readonly VoiceEnum GoogleUkUaWavenetA = new("Google.uk-UA-Wavenet-A");

        public VoiceEnum()
        {
        }

        private VoiceEnum(string value)
            : base(value)
        {
        }

        public static implicit operator VoiceEnum(string value) => new(value);
    }

    /// <summary>The language of the text.</summary>
    public sealed class LanguageEnum : StringEnum
    {
        public static readonly LanguageEnum AfZa = new("af-ZA");
        public static readonly LanguageEnum AmEt = new("am-ET");
        public static readonly LanguageEnum ArAe = new("ar-AE");
        public static readonly LanguageEnum ArXa = new("ar-XA");
        public static readonly LanguageEnum Arb = new("arb");
        public static readonly LanguageEnum BgBg = new("bg-BG");
        public static readonly LanguageEnum BnIn = new("bn-IN");
        public static readonly LanguageEnum CaEs = new("ca-ES");
        public static readonly LanguageEnum CmnCn = new("cmn-CN");
        public static readonly LanguageEnum CmnTw = new("cmn-TW");
        public static readonly LanguageEnum CsCz = new("cs-CZ");
        public static readonly LanguageEnum CyGb = new("cy-GB");
        public static readonly LanguageEnum DaDk = new("da-DK");
        public static readonly LanguageEnum DeAt = new("de-AT");
        public static readonly LanguageEnum DeDe = new("de-DE");
        public static readonly LanguageEnum ElGr = new("el-GR");
        public static readonly LanguageEnum EnAu = new("en-AU");
        public static readonly LanguageEnum EnCa = new("en-CA");
        public static readonly LanguageEnum EnGb = new("en-GB");
        public static readonly LanguageEnum EnGbWls = new("en-GB-WLS");
        public static readonly LanguageEnum EnIe = new("en-IE");
        public static readonly LanguageEnum EnIn = new("en-IN");
        public static readonly LanguageEnum EnNz = new("en-NZ");
        public static readonly LanguageEnum EnUs = new("en-US");
        public static readonly LanguageEnum EnZa = new("en-ZA");
        public static readonly LanguageEnum EsEs = new("es-ES");
        public static readonly LanguageEnum EsMx = new("es-MX");
        public static readonly LanguageEnum EsUs = new("es-US");
        public static readonly LanguageEnum FiFi = new("fi-FI");
        public static readonly LanguageEnum FilPh = new("fil-PH");
        public static readonly LanguageEnum FrCa = new("fr-CA");
        public static readonly LanguageEnum FrFr = new("fr-FR");
        public static readonly LanguageEnum FrBe = new("fr-BE");
        public static readonly LanguageEnum GuIn = new("gu-IN");
        public static readonly LanguageEnum HeIl = new("he-IL");
        public static readonly LanguageEnum HiIn = new("hi-IN");
        public static readonly LanguageEnum HuHu = new("hu-HU");
        public static readonly LanguageEnum IdId = new("id-ID");
        public static readonly LanguageEnum IsIs = new("is-IS");
        public static readonly LanguageEnum ItIt = new("it-IT");
        public static readonly LanguageEnum JaJp = new("ja-JP");
        public static readonly LanguageEnum KnIn = new("kn-IN");
        public static readonly LanguageEnum KoKr = new("ko-KR");
        public static readonly LanguageEnum LvLv = new("lv-LV");
        public static readonly LanguageEnum MlIn = new("ml-IN");
        public static readonly LanguageEnum MrIn = new("mr-IN");
        public static readonly LanguageEnum MsMy = new("ms-MY");
        public static readonly LanguageEnum NbNo = new("nb-NO");
        public static readonly LanguageEnum NlBe = new("nl-BE");
        public static readonly LanguageEnum NlNl = new("nl-NL");
        public static readonly LanguageEnum PaIn = new("pa-IN");
        public static readonly LanguageEnum PlPl = new("pl-PL");
        public static readonly LanguageEnum PtBr = new("pt-BR");
        public static readonly LanguageEnum PtPt = new("pt-PT");
        public static readonly LanguageEnum RoRo = new("ro-RO");
        public static readonly LanguageEnum RuRu = new("ru-RU");
        public static readonly LanguageEnum SkSk = new("sk-SK");
        public static readonly LanguageEnum SrRs = new("sr-RS");
        public static readonly LanguageEnum SvSe = new("sv-SE");
        public static readonly LanguageEnum TaIn = new("ta-IN");
        public static readonly LanguageEnum TeIn = new("te-IN");
        public static readonly LanguageEnum ThTh = new("th-TH");
        public static readonly LanguageEnum TrTr = new("tr-TR");
        public static readonly LanguageEnum UkUa = new("uk-UA");
        public static readonly LanguageEnum ViVn = new("vi-VN");
        public static readonly LanguageEnum YueHk = new("yue-HK");
        public static readonly LanguageEnum ZhCn = new("zh-CN");
        public static readonly LanguageEnum ZhHk = new("zh-HK");
        public static readonly LanguageEnum ZhTw = new("zh-TW");

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
