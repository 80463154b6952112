using Twilio.TwiML.Voice;

namespace Twilio.TwiML;

/// <summary>The answer to a voice webhook: what the call does next.</summary>
/// <remarks>See https://www.twilio.com/docs/voice/twiml.</remarks>
public class VoiceResponse : TwiML
{
    /// <summary>An empty response.</summary>
    public VoiceResponse()
        : base("Response")
    {
    }

    /// <summary>Connects the call to another party; the nouns in it say to whom. Gives back this element.</summary>
    public VoiceResponse Dial(
        string? number = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        bool? hangupOnStar = null,
        int? timeLimit = null,
        string? callerId = null,
        Dial.RecordEnum? record = null,
        Dial.TrimEnum? trim = null,
        Uri? recordingStatusCallback = null,
        string? recordingConfigurationId = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<Dial.RecordingEventEnum>? recordingStatusCallbackEvent = null,
        bool? answerOnBridge = null,
        Dial.RingToneEnum? ringTone = null,
        Dial.RecordingTrackEnum? recordingTrack = null,
        bool? sequential = null,
        Uri? referUrl = null,
        Http.HttpMethod? referMethod = null,
        Dial.EventsEnum? events = null) =>
        Append(new Dial(
            number, action, method, timeout, hangupOnStar, timeLimit, callerId, record, trim,
            recordingStatusCallback, recordingConfigurationId, recordingStatusCallbackMethod,
            recordingStatusCallbackEvent, answerOnBridge, ringTone, recordingTrack, sequential, referUrl,
            referMethod, events));

    /// <summary>Collects keys or speech while playing the prompts in it. Gives back this element.</summary>
    public VoiceResponse Gather(
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
        bool? enhanced = null) =>
        Append(new Gather(
            input, action, method, timeout, speechTimeout, maxSpeechTime, profanityFilter, finishOnKey,
            numDigits, partialResultCallback, partialResultCallbackMethod, language, hints, bargeIn, debug,
            actionOnEmptyResult, speechModel, enhanced));

    /// <summary>Ends the call. Gives back this element.</summary>
    public VoiceResponse Hangup() => Append(new Hangup());

    /// <summary>Waits in silence. Gives back this element.</summary>
    public VoiceResponse Pause(int? length = null) => Append(new Pause(length));

    /// <summary>Plays an audio file or tones. Gives back this element.</summary>
    public VoiceResponse Play(Uri? url = null, int? loop = null, string? digits = null) => Append(new Play(url, loop, digits));

    /// <summary>Records the caller. Gives back this element.</summary>
    public VoiceResponse Record(
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        string? finishOnKey = null,
        int? maxLength = null,
        bool? playBeep = null,
        Record.TrimEnum? trim = null,
        Uri? recordingStatusCallback = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<Record.RecordingEventEnum>? recordingStatusCallbackEvent = null,
        bool? transcribe = null,
        Uri? transcribeCallback = null,
        string? recordingConfigurationId = null) =>
        Append(new Record(
            action, method, timeout, finishOnKey, maxLength, playBeep, trim, recordingStatusCallback,
            recordingStatusCallbackMethod, recordingStatusCallbackEvent, transcribe, transcribeCallback,
            recordingConfigurationId));

    /// <summary>Goes on with another document; what follows it is never run. Gives back this element.</summary>
    public VoiceResponse Redirect(Uri? url = null, Http.HttpMethod? method = null) => Append(new Redirect(url, method));

    /// <summary>Refuses an incoming call without answering it; works only as the first verb. Gives back this element.</summary>
    public VoiceResponse Reject(Reject.ReasonEnum? reason = null) => Append(new Reject(reason));

    /// <summary>Reads text aloud. Gives back this element.</summary>
    public VoiceResponse Say(
        string? message = null,
        Say.VoiceEnum? voice = null,
        int? loop = null,
        Say.LanguageEnum? language = null) =>
        Append(new Say(message, voice, loop, language));

    /// <inheritdoc cref="TwiML.Append"/>
    public new VoiceResponse Append(TwiML childElem) => (VoiceResponse)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new VoiceResponse SetOption(string key, object value) => (VoiceResponse)base.SetOption(key, value);
}
