using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>What a waiting caller hears, named after what they experience.</summary>
internal sealed class WaitDocuments(Narrator narrator, MenuDocuments menu)
{
    /// <summary>Short enough that a lost entry is healed and a better place is told soon, long enough for a line to rest (twilio-voice facts, T7).</summary>
    private const int SecondsOfQuiet = 20;

    /// <summary>The lines of a turn, then music or quiet; a key interrupts, and the next turn follows by itself.</summary>
    public VoiceResponse Turn(WaitTurn.Stay stay)
    {
        var next = stay.Place with { Turn = stay.Place.Turn + 1 };
        var action = new Uri(next.Url(QueueEndpoints.WaitStep), UriKind.Relative);
        var gather = Keys(action, seconds: 1);
        foreach (var line in stay.Lines)
            narrator.Speak(gather, stay.Place.Language, line.Prompt, line.Arguments);
        if (stay.Place.Quiet)
            gather.Append(new Pause(SecondsOfQuiet));
        else
            narrator.PlayMusic(gather, stay.Place.Language);
        var response = new VoiceResponse();
        response.Append(gather);
        response.Redirect(action, HttpMethod.Post);
        return response;
    }

    /// <summary>Why consultants do not answer now, and what the caller can do instead; null within the hours.</summary>
    public VoiceResponse? OutOfHours(WaitPlace place, OpeningHours hours, DateTimeOffset now) =>
        hours.At(now) is LineState.Closed closed ? Refuse(place, CallbackOffers.WhenClosed(AgentDocuments.WhyClosed(closed))) : null;

    /// <summary>The first turn of a caller whom the queue has taken.</summary>
    public VoiceResponse Arrive(WaitPlace place, WaitNews news, PromptKey why, DateTimeOffset now) => Turn(WaitTurn.Arrive(place, news, why, now));

    /// <summary>Why the caller cannot wait now, and what they can do instead; silence leads back to the recordings.</summary>
    public VoiceResponse Refuse(WaitPlace place, IReadOnlyList<Line> why)
    {
        var action = new Uri(place.Url("refused"), UriKind.Relative);
        var gather = Keys(action, seconds: 8);
        foreach (var line in why)
            narrator.Speak(gather, place.Language, line.Prompt, line.Arguments);
        narrator.Speak(gather, place.Language, CallPrompts.KeysBrief);
        var response = new VoiceResponse();
        response.Append(gather);
        response.Redirect(action, HttpMethod.Post);
        return response;
    }

    /// <summary>Back to the recordings; the place in the queue is kept and 0 leads back to it.</summary>
    public VoiceDocument LeaveForMenu(WaitPlace place, MenuNode node) => menu.Tell(
        node,
        place.InMenu(node.Id) with { Ticket = place.Ticket.ToString() },
        QueuePrompts.LeftForMenu);

    /// <summary>On to another step of the same caller.</summary>
    public static VoiceResponse GoTo(WaitPlace place, string step)
    {
        var response = new VoiceResponse();
        response.Redirect(new Uri(place.Url(step), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    /// <summary>Back to where the caller asked from; the recordings go on.</summary>
    /// <param name="place">Where the caller is.</param>
    /// <param name="node">Where they go.</param>
    /// <param name="unheard">Whether nobody reacted: silence is counted on, so that a forgotten handset is ended.</param>
    public VoiceDocument BackToMenu(WaitPlace place, MenuNode node, bool unheard = false) =>
        menu.Enter(node, place.InMenu(node.Id) with { Tries = unheard ? place.Tries : 0 });

    private static Gather Keys(Uri action, int seconds) => new(
        input: [Gather.InputEnum.Dtmf],
        action: action,
        method: HttpMethod.Post,
        timeout: seconds,
        numDigits: 1,
        finishOnKey: "",
        actionOnEmptyResult: true);
}
