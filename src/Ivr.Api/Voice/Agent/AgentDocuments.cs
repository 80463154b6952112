using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.Agent;

/// <summary>What a caller who wants, or seems to need, a consultant hears.</summary>
internal sealed class AgentDocuments(LineContent content, MenuDocuments documents, TimeProvider time)
{
    /// <summary>The caller pressed 0.</summary>
    public VoiceDocument Asked(MenuNode node, CallPlace place) => content.Hours.At(time.GetUtcNow()) switch
    {
        LineState.Closed { BackOn: { } day } closed =>
            documents.Tell(node, place with { Aside = true }, CallPrompts.Closed(closed.Reason), CallPrompts.ClosedArguments(day, closed.BackAt)),
        _ => documents.Tell(node, place with { Aside = true }, CallPrompts.AgentUnavailable),
    };

    /// <summary>The caller pressed nothing, or wrong keys, three times.</summary>
    public VoiceDocument Offered(MenuNode node, CallPlace place) => content.Hours.At(time.GetUtcNow()) switch
    {
        LineState.Closed => documents.Tell(node, place with { Aside = true }, CallPrompts.NoInputClosed),
        _ => documents.Tell(node, place with { Aside = true }, CallPrompts.AgentUnavailable),
    };
}
