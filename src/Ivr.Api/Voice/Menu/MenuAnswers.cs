using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>What the caller hears of a step of the menu, and its note in the call's record.</summary>
internal sealed class MenuAnswers(LineContent content, MenuDocuments documents, AgentDocuments agent, CallJournal journal)
{
    public VoiceMenu Menu => content.Menu;

    /// <summary>Answers a step that the caller took at a node.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="here">The node at which the key was pressed.</param>
    /// <param name="place">The place at which it was pressed.</param>
    /// <param name="step">What it leads to.</param>
    public object To(string callSid, MenuNode here, CallPlace place, MenuStep step)
    {
        journal.Note(callSid, place, step);
        return step switch
        {
            MenuStep.Enter(var entered) => documents.Enter(NodeAt(entered), entered),
            MenuStep.Repeat(var same) => documents.Repeat(here, same),
            MenuStep.NothingBehind(var start) => documents.NothingBehind(start),
            MenuStep.Silence(var same) => documents.ChoicesAgain(here, same),
            MenuStep.WrongKey(var same, var key) => documents.WrongKey(here, same, key),
            MenuStep.Consultant(var from) => AgentDocuments.Asked(from),
            MenuStep.Lost(var from) => agent.Offered(from),
            MenuStep.Farewell(var from) => documents.Farewell(from.Language),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private MenuNode NodeAt(CallPlace at) => content.Menu.Find(at.Node) ?? content.Menu.Start;
}
