using System.Globalization;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Prompts;
using Infoline.Routing;
using Twilio.TwiML;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>What a caller hears around a conversation.</summary>
internal sealed class ConversationDocuments(Narrator narrator, Consultants consultants, LineContent content, MenuDocuments menu, CallRecorder recorder)
{
    /// <summary>"We are connecting you", the language where it is another one, and the room.</summary>
    public async Task<VoiceResponse> BringInAsync(CallPlace at, CallId call, ReservationId reservation, ConsultantId? consultant, CancellationToken cancel)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, at.Language, QueuePrompts.Connecting);
        if (await SpokenAsync(at.Language, consultant, cancel) is { } other && other != at.Language)
            narrator.Speak(response, at.Language, QueuePrompts.ConnectingWith(other));
        response.Append(Rooms.ForCaller(reservation, AfterPath(at, reservation), await recorder.MayRecordAsync(call, cancel)));
        return response;
    }

    /// <summary>The conversation is over; every key works as ever, 0 leads back to a consultant.</summary>
    public VoiceDocument Ended(CallPlace at) =>
        menu.Tell(content.Menu.Find(at.Node) ?? content.Menu.Start, at with { KeysTold = true }, QueuePrompts.ConversationEnded);

    /// <summary>Back to the queue at the original time, from one consultant to another.</summary>
    public VoiceResponse WaitAgain(CallPlace at, Ticket ticket) => WaitAgain(at, ticket, ConversationPrompts.Transfer, ConversationPrompts.TransferQueue);

    /// <summary>Back to the queue, first in line, because the consultant's telephone was lost.</summary>
    public VoiceResponse ConsultantLost(CallPlace at, Ticket ticket) => WaitAgain(at, ticket, ConversationPrompts.Lost);

    private VoiceResponse WaitAgain(CallPlace at, Ticket ticket, params ReadOnlySpan<PromptKey> why)
    {
        var there = at with { Language = LanguageCodes.TryParse(ticket.Language.Value, out var language) ? language : at.Language };
        var response = new VoiceResponse();
        foreach (var words in why)
            narrator.Speak(response, there.Language, words);
        response.Redirect(new Uri(WaitPlace.Entering(there, ticket).Url("wait"), UriKind.Relative), Twilio.Http.HttpMethod.Post);
        return response;
    }

    /// <summary>Words, then music, again and again until the consultant is back. The conference plays it; keys do nothing there.</summary>
    public VoiceResponse OnHold(Language language, bool isFirst)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, language, isFirst ? ConversationPrompts.Hold : ConversationPrompts.HoldStill);
        narrator.PlayMusic(response, language);
        narrator.PlayMusic(response, language);
        response.Redirect(new Uri($"/voice/hold/{language.Code()}?again=1", UriKind.Relative), Twilio.Http.HttpMethod.Post);
        return response;
    }

    internal static string AfterPath(CallPlace at, ReservationId reservation) =>
        string.Create(CultureInfo.InvariantCulture, $"/voice/after/{at.Language.Code()}/{at.Node}?reservation={reservation}");

    /// <summary>The language of the conversation: the caller's, if the consultant speaks it; else the best of theirs.</summary>
    private async Task<Language?> SpokenAsync(Language caller, ConsultantId? id, CancellationToken cancel)
    {
        if (id is not { } known || await consultants.GetAsync(known, cancel) is not { } consultant)
            return null;
        var spoken = consultant.Languages.OrderByDescending(language => language.Level).Select(language => language.Language.Value).ToList();
        if (spoken.Contains(caller.Code(), StringComparer.Ordinal))
            return caller;
        return spoken.Select(code => LanguageCodes.TryParse(code, out var language) ? language : (Language?)null).FirstOrDefault(language => language is not null);
    }
}
