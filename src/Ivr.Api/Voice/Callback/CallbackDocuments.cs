using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>What a caller hears who wants to be called back, named after what they experience.</summary>
internal sealed class CallbackDocuments(Narrator narrator, CallbackNumbers numbers)
{
    private const int SecondsToPress = 6;
    private const int SecondsToType = 10;

    /// <summary>"This number is already waiting for our call": change it, or cancel.</summary>
    public VoiceResponse AlreadyAsked(CallbackPlace place) => AskKey(place, CallbackEndpoints.Already, CallbackPrompts.Already, CallbackPrompts.AlreadyKeys);

    /// <summary>The number digit by digit, and whether it is right.</summary>
    public VoiceResponse ReadBack(CallbackPlace place, string number) => AskKey(
        place, CallbackEndpoints.Number, new Line(CallbackPrompts.NumberConfirm, new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["number"] = Spoken.Digits(numbers.ReadBack(number)) }));

    /// <summary>Another number is keyed in; hash ends it.</summary>
    /// <param name="place">Where the caller is.</param>
    /// <param name="why">Why the last one was not taken; nothing when this is the first.</param>
    public VoiceResponse AskForNumber(CallbackPlace place, params IReadOnlyList<PromptKey> why)
    {
        var action = place.Url(CallbackEndpoints.Typed, numbers);
        var gather = new Gather(input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToType, finishOnKey: "#", actionOnEmptyResult: true);
        foreach (var prompt in why.Append(CallbackPrompts.NumberAsk))
            narrator.Speak(gather, place.Language, prompt);
        return Listening(gather, action);
    }

    /// <summary>When to call: as soon as possible, in the morning, in the afternoon; what the hours do not have is not offered.</summary>
    public VoiceResponse AskWhen(CallbackPlace place, OpeningHours hours, DateTimeOffset now)
    {
        List<Line> lines = [CallbackPrompts.WindowAsk, CallbackPrompts.WindowNow];
        if (hours.Next(CallbackTime.Morning, now) is not null)
            lines.Add(CallbackPrompts.WindowMorning);
        if (hours.Next(CallbackTime.Afternoon, now) is not null)
            lines.Add(CallbackPrompts.WindowAfternoon);
        return AskKey(place, CallbackEndpoints.When, [.. lines]);
    }

    /// <summary>Noted: when we call, the place that is kept, and that the recordings go on; silence is goodbye.</summary>
    public VoiceResponse Noted(CallbackPlace place, CallbackSlot? slot, int standing)
    {
        List<Line> lines = slot is { } known
            ? [new Line(CallbackPrompts.ConfirmedWindow, Arguments(known))]
            : [CallbackPrompts.ConfirmedNow, WaitTurn.AtPlace(standing)];
        return AskKey(place, CallbackEndpoints.Done, [.. lines, CallbackPrompts.ConfirmedAttempts, QueuePrompts.KeyRecordings]);
    }

    /// <summary>Something that ends the dialogue without leading back to the queue; the recordings go on, silence is goodbye.</summary>
    public VoiceResponse Told(CallbackPlace place, PromptKey what) => AskKey(place, CallbackEndpoints.Done, what, QueuePrompts.KeyRecordings);

    /// <summary>Back to where the caller asked, after a sentence or without one: to wait on, or to the reason why that is not possible.</summary>
    public VoiceResponse BackToQueue(CallbackPlace place, params IReadOnlyList<PromptKey> why)
    {
        var response = new VoiceResponse();
        foreach (var prompt in why)
            narrator.Speak(response, place.Language, prompt);
        response.Redirect(new Uri(place.Wait.Url(place.Wait.IsInQueue ? QueueEndpoints.WaitStep : QueueEndpoints.AgentStep), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    public VoiceResponse Goodbye(CallbackPlace place)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, place.Language, CallPrompts.Goodbye);
        response.Hangup();
        return response;
    }

    private VoiceResponse AskKey(CallbackPlace place, string step, params IReadOnlyList<Line> lines)
    {
        var action = place.Url(step, numbers);
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToPress, numDigits: 1, finishOnKey: "", actionOnEmptyResult: true);
        foreach (var line in lines)
            narrator.Speak(gather, place.Language, line.Prompt, line.Arguments);
        return Listening(gather, action);
    }

    private static VoiceResponse Listening(Gather gather, Uri action)
    {
        var response = new VoiceResponse();
        response.Append(gather);
        // Reached only if the network does not post an empty result.
        response.Redirect(action, HttpMethod.Post);
        return response;
    }

    private static Dictionary<string, Spoken> Arguments(CallbackSlot slot) => new(StringComparer.Ordinal)
    {
        ["weekday"] = Spoken.Weekday(slot.Day.DayOfWeek),
        ["date"] = Spoken.Date(slot.Day),
        ["from"] = Spoken.Time(slot.From),
        ["to"] = Spoken.Time(slot.Until),
    };
}
