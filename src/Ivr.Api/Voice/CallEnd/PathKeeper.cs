using Infoline.Ivr.Conversations;
using Infoline.Ivr.Voice.Menu;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>Keeps a caller's way through the menu with the call, from the moment they ask for a consultant, so that any node can show it.</summary>
internal sealed class PathKeeper(CallJournal journal, CallNotes notes)
{
    /// <summary>The way so far goes with the call into the queue.</summary>
    public async Task KeepAsync(CallId call, CallPlace at, CancellationToken cancel)
    {
        if (journal.SoFar(call.Value) is { Count: > 0 } steps)
            await notes.NoteAsync(call, CallPathNote.Name, CallPathNote.Write(at.Language, steps), cancel);
    }

    /// <summary>The way through the menu goes on after the queue.</summary>
    public void NoteReturn(CallId call, CallPlace at) => journal.Note(call.Value, at, new MenuStep.Enter(at));
}
