using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Agent;

/// <summary>What a caller who wants, or seems to need, a consultant hears.</summary>
internal sealed class AgentDocuments(LineContent content, MenuDocuments documents, TimeProvider time)
{
    /// <summary>The caller pressed 0.</summary>
    public VoiceResponse Asked(MenuNode node, CallPlace place) => content.Hours.At(time.GetUtcNow()) switch
    {
        LineState.Closed { BackOn: { } day } closed => documents.Tell(node, place, CallPrompts.Closed(closed.Reason), WhenBack(day, closed.BackAt)),
        _ => documents.Tell(node, place, CallPrompts.AgentUnavailable),
    };

    /// <summary>The caller pressed nothing, or wrong keys, three times.</summary>
    public VoiceResponse Offered(MenuNode node, CallPlace place) => content.Hours.At(time.GetUtcNow()) switch
    {
        LineState.Closed => documents.Tell(node, place, CallPrompts.NoInputClosed),
        _ => documents.Tell(node, place, CallPrompts.AgentUnavailable),
    };

    private static Dictionary<string, Spoken> WhenBack(DateOnly day, TimeOnly at) => new(StringComparer.Ordinal)
    {
        ["from"] = Spoken.Time(at),
        ["date"] = Spoken.Date(day),
        ["weekday"] = Spoken.Weekday(day.DayOfWeek),
    };
}
