using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;
using Twilio.TwiML;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Agent;

/// <summary>What a caller who wants, or seems to need, a consultant hears in the menu. The queue itself is a step of its own.</summary>
internal sealed class AgentDocuments(LineContent content, Narrator narrator, MenuDocuments documents, TimeProvider time)
{
    /// <summary>The caller pressed 0.</summary>
    public static VoiceResponse Asked(CallPlace place)
    {
        var response = new VoiceResponse();
        response.Redirect(new Uri(place.Url(QueueEndpoints.AgentStep), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    /// <summary>The caller pressed nothing, or wrong keys, three times: they are connected, or offered to be called when that is possible.</summary>
    public VoiceResponse Offered(CallPlace place)
    {
        var response = new VoiceResponse();
        if (content.Hours.At(time.GetUtcNow()) is LineState.Open)
            narrator.Speak(response, place.Language, CallPrompts.NoInputConsultant);
        response.Redirect(new Uri(place.Url(QueueEndpoints.AgentStep), UriKind.Relative), HttpMethod.Post);
        return response;
    }

    /// <summary>Consultants cannot be reached by this call at all; the caller hears where else to turn.</summary>
    public VoiceDocument NotPossible(MenuNode node, CallPlace place) => documents.Tell(node, place with { Aside = true }, CallPrompts.AgentUnavailable);

    /// <summary>Why consultants do not answer now, and when they are back where that is known.</summary>
    public static Line WhyClosed(LineState.Closed closed) => closed.BackOn is { } day
        ? new Line(CallPrompts.Closed(closed.Reason), CallPrompts.ClosedArguments(day, closed.BackAt))
        : CallPrompts.NoInputClosed;
}
