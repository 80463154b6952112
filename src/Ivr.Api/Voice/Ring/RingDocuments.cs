using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Prompts;
using Infoline.Routing;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>What a consultant hears on their leg. The office works in Polish; the caller's language is one of the things told.</summary>
internal sealed class RingDocuments(Narrator narrator, LineContent content, CallRecorder recorder, TimeProvider time)
{
    private const Language OfTheOffice = Language.Polish;
    private const int SecondsToAccept = 6;

    /// <summary>The whisper, then "to accept, press one", twice; a voicemail presses nothing and takes nobody.</summary>
    public VoiceResponse AskToAccept(RingCard card)
    {
        var response = new VoiceResponse();
        for (var asked = 0; asked < 2; asked++)
        {
            var gather = new Gather(
                input: [Gather.InputEnum.Dtmf],
                action: new Uri(card.Path("accept"), UriKind.Relative),
                method: HttpMethod.Post,
                timeout: SecondsToAccept,
                numDigits: 1,
                finishOnKey: "");
            Whisper(gather, card);
            narrator.Speak(gather, OfTheOffice, RingPrompts.Accept);
            response.Append(gather);
        }

        response.Hangup();
        return response;
    }

    /// <summary>The consultant meets the caller, who is on the way.</summary>
    public async Task<VoiceResponse> MeetAsync(RingCard card, CallId call, CancellationToken cancel) =>
        Join(card, Rooms.ForConsultant(card, await recorder.MayRecordAsync(call, cancel)));

    /// <summary>The consultant waits in the room, with something to hear, until the caller is reached.</summary>
    public async Task<VoiceResponse> WaitAsync(RingCard card, CallId call, string meanwhile, CancellationToken cancel) =>
        Join(card, Rooms.ForConsultantAhead(card, await recorder.MayRecordAsync(call, cancel), meanwhile));

    /// <summary>The consultant is in: the whisper where it was not heard yet, then the conversation.</summary>
    public VoiceResponse Join(RingCard card, Dial conversation)
    {
        var response = new VoiceResponse();
        if (!card.PressToAccept)
            Whisper(response, card);
        response.Append(conversation);
        return response;
    }

    /// <summary>The reservation is over: why, and the leg ends.</summary>
    public VoiceResponse TooLate(ReservationState state)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, OfTheOffice, state is ReservationState.Rescinded or ReservationState.Unknown ? RingPrompts.CallerGone : RingPrompts.TooLate);
        response.Hangup();
        return response;
    }

    /// <summary>The caller hung up before they could be brought in.</summary>
    public VoiceResponse CallerGone() => TooLate(ReservationState.Rescinded);

    private void Whisper(TwiML into, RingCard card)
    {
        var waited = time.GetUtcNow() - card.ArrivedAt;
        narrator.Speak(into, OfTheOffice, RingPrompts.Call, new Dictionary<string, Spoken>(StringComparer.Ordinal)
        {
            ["language"] = Spoken.Prompt(RingPrompts.In(card.Language)),
            ["topic"] = Spoken.Prompt(content.Menu.Find(card.Topic) is { } node && node != content.Menu.Start ? node.Title : RingPrompts.NoTopic),
            ["wait"] = Spoken.Minutes((int)Math.Clamp(waited.TotalMinutes, 0, 9999)),
        });
        if (card.Priority)
            narrator.Speak(into, OfTheOffice, RingPrompts.Priority);
        if (card.Purpose is RingPurpose.Callback)
            narrator.Speak(into, OfTheOffice, RingPrompts.Callback);
        if (card.Purpose is RingPurpose.Consultation)
            narrator.Speak(into, OfTheOffice, RingPrompts.Transfer);
    }
}
