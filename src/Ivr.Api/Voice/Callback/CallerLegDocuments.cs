using System.Globalization;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Ring;
using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>What is heard when we call back: by the caller, and by the consultant who waits for them.</summary>
internal sealed class CallerLegDocuments(Narrator narrator)
{
    private const Language OfTheOffice = Language.Polish;
    private const int SecondsToPress = 6;

    /// <summary>Who calls, and the keys, twice; a voicemail presses nothing.</summary>
    public VoiceResponse Greet(RingCard card)
    {
        var response = new VoiceResponse();
        for (var asked = 0; asked < 2; asked++)
        {
            var gather = new Gather(
                input: [Gather.InputEnum.Dtmf],
                action: new Uri(card.Path(CallerLegEndpoints.Choice), UriKind.Relative),
                method: HttpMethod.Post,
                timeout: SecondsToPress,
                numDigits: 1,
                finishOnKey: "");
            narrator.Speak(gather, card.Language, CallbackPrompts.AttemptGreeting);
            response.Append(gather);
        }

        response.Redirect(new Uri(card.Path(CallerLegEndpoints.Silence), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    /// <summary>Something said last to the caller, in their language.</summary>
    public VoiceResponse Last(RingCard card, PromptKey what) => Last(card.Language, what);

    /// <summary>Something said last to the consultant.</summary>
    public VoiceResponse LastToConsultant(PromptKey what) => Last(OfTheOffice, what);

    /// <summary>Music for the consultant until the caller is there. A conference's music ends by itself, so it is asked for again and again.</summary>
    public VoiceResponse Meanwhile(RingCard card, int turn)
    {
        var response = new VoiceResponse();
        if (turn == 0)
            narrator.Speak(response, OfTheOffice, CallbackPrompts.Calling);
        narrator.PlayMusic(response, OfTheOffice);
        response.Redirect(new Uri(string.Create(CultureInfo.InvariantCulture, $"{card.Path(CallerLegEndpoints.Meanwhile)}&turn={turn + 1}"), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    private VoiceResponse Last(Language language, PromptKey what)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, language, what);
        response.Hangup();
        return response;
    }
}
